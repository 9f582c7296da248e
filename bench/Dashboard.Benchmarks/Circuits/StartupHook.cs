using System.IO.Pipes;
using Dashboard.Testing.Crash;

/// <summary>
/// Runs inside the app before its own first line: tells how much memory it holds, so that the app needs no endpoint for it, and sets the trap that
/// kills it where that is what is tried.
/// The runtime finds it by <c>DOTNET_STARTUP_HOOKS</c> and by this name, which has no namespace.
/// </summary>
internal static class StartupHook
{
    /// <summary>The environment variable that names the pipe to answer on.</summary>
    public const string PipeVariable = "DASHBOARD_BENCHMARK_PIPE";

    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        CrashTrap.Set();
        if (Environment.GetEnvironmentVariable(PipeVariable) is { Length: > 0 } pipe)
            new Thread(() => Answer(pipe)) { IsBackground = true, Name = "benchmark" }.Start();
    }

    /// <summary>Each byte that comes is answered with the managed bytes that are left after full collections.</summary>
    private static void Answer(string name)
    {
        using var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.CurrentUserOnly);
        pipe.WaitForConnection();
        while (pipe.ReadByte() >= 0)
            pipe.Write(BitConverter.GetBytes(ManagedBytes()));
    }

    private static long ManagedBytes()
    {
        // What a finalizer lets go of is collected the time after.
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
