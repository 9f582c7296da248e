using Dashboard.Sandbox.Hosting;

namespace Dashboard.Web.Tests.Sandbox;

/// <summary>A small sandbox on a free port, where nothing arrives by itself.</summary>
public abstract class SandboxTest
{
    protected static SandboxOptions Small { get; } = new() { Port = 0, Notifications = 200, ArrivalsPerMinute = 0 };

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static Task<SandboxServer> StartAsync(SandboxOptions? options = null, TimeProvider? time = null) =>
        SandboxServer.StartAsync(options ?? Small, time, Cancellation);
}
