namespace Dashboard.Web.Tests;

/// <summary>Runs what is awaited under it on the test's own thread and only when it is told to: what a moment of the test's clock brings about is over before the next.</summary>
internal sealed class PumpedContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _work = [];

    public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue((d, state));

    /// <summary>Runs something, and whatever follows from it at once.</summary>
    public void Run(Action begin)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            begin();
            while (_work.TryDequeue(out var next))
                next.Work(next.State);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
