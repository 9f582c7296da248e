using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests;

/// <summary>A clock that only the test moves and that knows which moments are waited for: a leap is noticed by those alone who wait already.</summary>
internal sealed class AwaitedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<AwaitedTimer, byte> _awaited = [];

    /// <summary>Whether anybody waits for this moment.</summary>
    public bool IsAwaited(DateTimeOffset moment) => _awaited.Keys.Any(timer => timer.At == moment);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new AwaitedTimer(this, base.CreateTimer(callback, state, dueTime, period), dueTime);
        _awaited.TryAdd(timer, 0);
        return timer;
    }

    private DateTimeOffset? In(TimeSpan dueTime) => dueTime == Timeout.InfiniteTimeSpan ? null : GetUtcNow() + dueTime;

    private sealed class AwaitedTimer(AwaitedClock clock, ITimer timer, TimeSpan dueTime) : ITimer
    {
        public DateTimeOffset? At { get; private set; } = clock.In(dueTime);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            At = clock.In(dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock._awaited.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock._awaited.TryRemove(this, out _);
            return timer.DisposeAsync();
        }
    }
}
