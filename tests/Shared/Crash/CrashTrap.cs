using System.Diagnostics;
using System.Globalization;

namespace Dashboard.Testing.Crash;

/// <summary>
/// Kills the process it is in, with SIGKILL, when the app comes to a named step of an action. Set by a runtime start-up hook
/// (<c>DOTNET_STARTUP_HOOKS</c>), so that the app itself knows nothing of it.
/// </summary>
internal static class CrashTrap
{
    /// <summary>The environment variable that says where: a step, <c>start</c> or <c>stop</c>, and the how manieth time.</summary>
    public const string Variable = "DASHBOARD_CRASH_AT";

    /// <summary>Sets the trap that the environment names, if it names one.</summary>
    public static void Set()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split(':') is not [var step, var moment, var times])
            return;
        var left = int.Parse(times, CultureInfo.InvariantCulture);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Dashboard.Actions",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = moment == "start" ? Meet : null,
            ActivityStopped = moment == "stop" ? Meet : null,
        });

        // Called on the app's own thread, which goes no further.
        void Meet(Activity activity)
        {
            if (activity.OperationName != step || Interlocked.Decrement(ref left) != 0)
                return;
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
