namespace Dashboard.Sandbox.Hosting;

/// <summary>Serves the sandbox from before the app listens until after it has stopped.</summary>
internal sealed partial class SandboxHost(SandboxOptions options, ILogger<SandboxHost> logger) : IHostedService, IAsyncDisposable
{
    private SandboxServer? _server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _server = await SandboxServer.StartAsync(options, TimeProvider.System, logs: true, cancellationToken);
        LogStarted(_server.Address, options.Notifications);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
            await server.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Information, "The sandbox stands in for Make and for the sign-in on {Address}, with {Notifications} notifications for each account.")]
    private partial void LogStarted(Uri address, int notifications);
}
