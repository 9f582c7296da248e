using Dashboard.Testing;

namespace Dashboard.Web.Tests.Identity;

/// <summary>One app with its sandbox for the tests of a class that change nothing in it.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    public RunningDashboard Dashboard { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small);

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
