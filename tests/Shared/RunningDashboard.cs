using Dashboard.Sandbox.Hosting;
using Dashboard.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.Testing;

/// <summary>The real app and a sandbox, each on a Kestrel port of its own on loopback, with a data directory that goes with them.</summary>
public sealed class RunningDashboard : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private RunningDashboard(WebApplication app, SandboxServer sandbox, CapturedLog log, DirectoryInfo data)
    {
        (_app, Sandbox, Log, _data) = (app, sandbox, log, data);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>A sandbox that starts at once, in which nothing arrives by itself.</summary>
    public static SandboxOptions Small { get; } = new() { Notifications = 200, ArrivalsPerMinute = 0, RequestsPerMinute = 10_000 };

    /// <summary>Where the app listens.</summary>
    public Uri Address { get; }

    public SandboxServer Sandbox { get; }

    /// <summary>Everything the app has logged, at every level.</summary>
    public CapturedLog Log { get; }

    /// <summary>The app's own services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The app's data directory.</summary>
    public string DataDirectory => _data.FullName;

    /// <param name="sandbox">The sandbox's knobs; its port is always a free one.</param>
    /// <param name="settings">Settings of the app on top of those that point it at the sandbox.</param>
    /// <param name="configure">Runs before the app adds its rooms.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<RunningDashboard> StartAsync(
        SandboxOptions? sandbox = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<WebApplicationBuilder>? configure = null,
        CancellationToken cancellationToken = default)
    {
        var data = Directory.CreateTempSubdirectory("dashboard-");
        var make = await SandboxServer.StartAsync(
            (sandbox ?? new SandboxOptions { ArrivalsPerMinute = 0, RequestsPerMinute = 10_000 }) with { Port = 0, DataDirectory = Path.Combine(data.FullName, "sandbox") },
            cancellationToken: cancellationToken);
        var log = new CapturedLog();
        var all = new Dictionary<string, string?>(make.Settings)
        {
            ["environment"] = "Development",
            ["urls"] = "http://127.0.0.1:0",
            ["Dashboard:DataDirectory"] = data.FullName,
            ["Logging:LogLevel:Default"] = "Trace",
            // Many people's browsers have one address here, and tests wait by asking again and again.
            ["Limits:RequestsPerMinute"] = "1000000",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            all[key] = value;
        var app = DashboardApp.Build([.. all.Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
            configure?.Invoke(builder);
        });
        await app.StartAsync(cancellationToken);
        return new RunningDashboard(app, make, log, data);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Sandbox.DisposeAsync();
        // The pool keeps the database's file open after its last connection was closed.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}
