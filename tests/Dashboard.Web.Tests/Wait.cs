namespace Dashboard.Web.Tests;

/// <summary>Waits for what nothing tells of: another process, the disk, a thread of the framework's.</summary>
internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);

    /// <exception cref="TimeoutException">It does not hold within a minute.</exception>
    public static Task UntilAsync(Func<bool> holds) => UntilAsync(_ => Task.FromResult(holds()));

    /// <exception cref="TimeoutException">It does not hold within a minute.</exception>
    public static async Task UntilAsync(Func<CancellationToken, Task<bool>> holds)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Patience);
        try
        {
            while (!await holds(enough.Token))
                await Task.Delay(Pace, enough.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"What was waited for did not come within {Patience.TotalSeconds} seconds.");
        }
    }
}
