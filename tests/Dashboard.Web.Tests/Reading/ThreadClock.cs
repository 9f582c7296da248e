using System.Runtime.InteropServices;

namespace Dashboard.Web.Tests.Reading;

/// <summary>Processor time of the calling thread, which a busy machine does not lengthen.</summary>
internal static class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of clock_gettime(2).
    private const int OfThisThread = 3;

    /// <summary>Processor time that the work takes on a thread of its own.</summary>
    public static TimeSpan Measure(Action work)
    {
        var spent = TimeSpan.Zero;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                var start = Now();
                work();
                spent = Now() - start;
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? spent : throw failure;
    }

    private static TimeSpan Now()
    {
        if (GetTime(OfThisThread, out var time) != 0) throw new InvalidOperationException("This system has no clock for a thread's processor time.");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000d);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
