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
    private readonly Func<Uri, WebApplication> _build;
    private readonly DirectoryInfo _data;
    private WebApplication _app;

    private RunningDashboard(WebApplication app, Func<Uri, WebApplication> build, SandboxServer sandbox, CapturedLog log, DirectoryInfo data)
    {
        (_app, _build, Sandbox, Log, _data) = (app, build, sandbox, log, data);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    /// <summary>A sandbox that starts at once, in which nothing arrives by itself.</summary>
    public static SandboxOptions Small { get; } = new() { Notifications = 200, ArrivalsPerMinute = 0, RequestsPerMinute = 10_000 };

    /// <summary>Every category that the settings keep quiet, as somebody who looks for a fault turns them up.</summary>
    public static IReadOnlyDictionary<string, string?> Loud { get; } = new[]
    {
        "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Identity.Web", "Microsoft.IdentityModel", "System.Net.Http",
    }.ToDictionary(category => $"Logging:LogLevel:{category}", string? (_) => "Trace");

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
    /// <param name="sandboxTime">The sandbox's clock; the real one where it is left out.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<RunningDashboard> StartAsync(
        SandboxOptions? sandbox = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<WebApplicationBuilder>? configure = null,
        TimeProvider? sandboxTime = null,
        CancellationToken cancellationToken = default)
    {
        var data = Directory.CreateTempSubdirectory("dashboard-");
        var make = await SandboxServer.StartAsync(
            (sandbox ?? new SandboxOptions { ArrivalsPerMinute = 0, RequestsPerMinute = 10_000 }) with { Port = 0, DataDirectory = Path.Combine(data.FullName, "sandbox") },
            sandboxTime,
            cancellationToken);
        var log = new CapturedLog();
        var all = new Dictionary<string, string?>(make.Settings)
        {
            ["environment"] = "Development",
            ["Dashboard:DataDirectory"] = data.FullName,
            ["Logging:LogLevel:Default"] = "Trace",
            // Many people's browsers have one address here, and tests wait by asking again and again.
            ["Limits:RequestsPerMinute"] = "1000000",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>())
            all[key] = value;
        var app = Build(new Uri("http://127.0.0.1:0"));
        await app.StartAsync(cancellationToken);
        return new RunningDashboard(app, Build, make, log, data);

        WebApplication Build(Uri address) => DashboardApp.Build([$"--urls={address.GetLeftPart(UriPartial.Authority)}", .. all.Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
            configure?.Invoke(builder);
        });
    }

    /// <summary>Stops the app, as an update of the server does. Its data stay, and the sandbox runs on.</summary>
    public async Task StopAppAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Starts the app anew where it was, after <see cref="StopAppAsync"/>.</summary>
    public async Task StartAppAsync(CancellationToken cancellationToken)
    {
        _app = _build(Address);
        await _app.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAppAsync();
        await Sandbox.DisposeAsync();
        // The pool keeps the database's file open after its last connection was closed.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }
}
