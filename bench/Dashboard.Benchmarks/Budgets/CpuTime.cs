namespace Dashboard.Benchmarks.Budgets;

/// <summary>
/// Processor time of the whole process, so that nothing is hidden on another core: garbage collection and compilation count too. Not the
/// clock on the wall, which tells what else the machine is doing.
/// </summary>
internal static class CpuTime
{
    private const int WarmUps = 40;
    private const int Runs = 15;

    /// <summary>The median of several runs after warm-up, in milliseconds.</summary>
    /// <param name="work">What is measured; its result is kept alive, so that it can't be left out.</param>
    public static double Median<T>(Func<T> work)
    {
        for (var run = 0; run < WarmUps; run++)
            GC.KeepAlive(work());
        var times = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var before = Environment.CpuUsage.TotalTime;
            GC.KeepAlive(work());
            times[run] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }
}
