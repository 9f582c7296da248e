using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

/// <summary>Says where the app is and what to do next, once it listens.</summary>
internal sealed partial class Welcome(IServer server, IOptions<KeyRingOptions> ring, IConfiguration settings, ILogger<Welcome> log) : IHostedLifecycleService
{
    /// <summary>The environment variable that has the runtime write the process's memory to a file when it crashes.</summary>
    private const string Dumps = "DOTNET_DbgEnableMiniDump";

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (ring.Value.CertificatePath.Length == 0)
            LogKeysInClear(log, ring.Value.KeyDirectory);
        if (settings[Dumps] == "1")
            LogDumps(log, Dumps);
        LogReady(log, string.Join(", ", addresses));
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The keys that seal tokens and cookies lie in the clear in {Directory}: good enough to develop with. DataProtection:CertificatePath names a certificate to encrypt them with.")]
    private static partial void LogKeysInClear(ILogger logger, string directory);

    [LoggerMessage(LogLevel.Warning, "{Variable} is 1: a crash would write this process's memory to a file, and with it tokens that are in use. Take it out of the environment.")]
    private static partial void LogDumps(ILogger logger, string variable);

    [LoggerMessage(LogLevel.Information, "The dashboard is at {Addresses}. Next: open it in a browser, sign in, and connect to Make. Ctrl+C stops it.")]
    private static partial void LogReady(ILogger logger, string addresses);
}
