using System.Collections.Concurrent;

namespace Dashboard.Sandbox.Api;

/// <summary>The last calls, oldest first.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 10_000;

    private readonly ConcurrentQueue<LoggedCall> _calls = new();

    public IReadOnlyList<LoggedCall> Calls => [.. _calls];

    public void Add(LoggedCall call)
    {
        _calls.Enqueue(call);
        while (_calls.Count > Capacity)
            _calls.TryDequeue(out _);
    }

    public void Clear() => _calls.Clear();
}
