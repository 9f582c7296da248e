using Dashboard.Testing.Crash;

/// <summary>
/// Runs inside an app that a test starts as a process of its own, before the app's own first line. The runtime finds it by
/// <c>DOTNET_STARTUP_HOOKS</c> and by this name, which has no namespace.
/// </summary>
internal static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize() => CrashTrap.Set();
}
