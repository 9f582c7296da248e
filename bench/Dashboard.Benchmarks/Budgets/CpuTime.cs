namespace Dashboard.Benchmarks.Budgets;

/// <summary>
/// Processor time of the whole process, so that nothing is hidden on another core: garbage collection and compilation count too. Not the
/// clock on the wall, which tells what else the machine is doing.
/// </summary>
internal static class CpuTime
{
    /// <summary>The median of several runs after warm-up, in milliseconds.</summary>
    /// <param name="work">What is measured; its result is kept alive, so that it can't be left out.</param>
    public static double Median<T>(Func<T> work) => Median(() => 0, _ => work(), warmUps: 40, runs: 15);

    /// <summary>The median of several runs after warm-up, in milliseconds.</summary>
    /// <param name="prepare">What each run needs anew; not measured.</param>
    /// <param name="work">What is measured.</param>
    /// <param name="warmUps">Runs before those that count; enough to have the code compiled for good.</param>
    /// <param name="runs">Runs that count.</param>
    public static double Median<TInput, T>(Func<TInput> prepare, Func<TInput, T> work, int warmUps, int runs)
    {
        for (var run = 0; run < warmUps; run++)
            GC.KeepAlive(work(prepare()));
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var input = prepare();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var before = Environment.CpuUsage.TotalTime;
            GC.KeepAlive(work(input));
            times[run] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[runs / 2];
    }
}
