using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Control;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Identity;
using Dashboard.Sandbox.OAuth;
using Dashboard.Sandbox.Pages;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dashboard.Sandbox.Hosting;

/// <summary>A running sandbox on loopback. Several can run in one process, each with <see cref="SandboxOptions.Port"/> 0.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly MakeData _data;
    private readonly FaultBook _faults;
    private readonly OAuthGrants _grants;
    private readonly RequestLog _log;

    private SandboxServer(WebApplication app)
    {
        _app = app;
        _data = app.Services.GetRequiredService<MakeData>();
        _faults = app.Services.GetRequiredService<FaultBook>();
        _grants = app.Services.GetRequiredService<OAuthGrants>();
        _log = app.Services.GetRequiredService<RequestLog>();
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        SampleTokens = SandboxSettings.TokensOf(_data.Accounts);
        Settings = SandboxSettings.At(Address, SampleTokens);
    }

    /// <summary>Where the sandbox listens, such as <c>http://localhost:5090/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The configuration with which the web app uses this sandbox in place of Make and Entra.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>The demo API tokens.</summary>
    public IReadOnlyList<SampleToken> SampleTokens { get; }

    /// <summary>The demo people.</summary>
    public IReadOnlyList<Account> Accounts => _data.Accounts;

    /// <summary>What the API and the OAuth server were asked, oldest first.</summary>
    public IReadOnlyList<LoggedCall> Log => _log.Calls;

    /// <summary>Forgets what the API was asked.</summary>
    public void ClearLog() => _log.Clear();

    /// <summary>The failures to come, each with the times it is still to hit.</summary>
    public IReadOnlyList<Fault> Faults => _faults.Pending;

    /// <summary>Sets a failure to come.</summary>
    public void Add(Fault fault) => _faults.Add(fault);

    /// <summary>Ends everything a person has allowed an OAuth client.</summary>
    /// <param name="email">The person's e-mail address.</param>
    /// <returns>Whether there was anything.</returns>
    public bool RevokeOAuth(string email) => _grants.RevokeAllOf(email);

    /// <summary>Forgets the failures to come. An answer that is held up goes on its way.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Starts a sandbox and answers once it listens and its data are ready.</summary>
    /// <param name="options">The knobs.</param>
    /// <param name="time">The clock of the data, the rate limit and the arrivals. Sign-in keeps to the system's clock, as the app that checks it does.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="SandboxStartException">An option is out of its range, or something else listens on the port.</exception>
    public static Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider? time = null, CancellationToken cancellationToken = default) =>
        StartAsync(options, time ?? TimeProvider.System, logs: false, cancellationToken);

    /// <param name="options">The knobs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">Whether the console gets warnings and errors.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    internal static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, bool logs, CancellationToken cancellationToken)
    {
        options.Validate();
        var app = Build(options, time, logs);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app);
    }

    /// <summary>Ends when the sandbox is told to stop, by Ctrl+C or a signal.</summary>
    internal Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>An empty builder reads no environment variable and runs no hosting start-up, so the sandbox can live inside another host.</summary>
    private static WebApplication Build(SandboxOptions options, TimeProvider time, bool logs)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        var certificate = options.LoadCertificate();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (certificate is not null)
                kestrel.ConfigureEndpointDefaults(listen => listen.UseHttps(certificate));
            // A free port can only be asked for at one address.
            if (options.Port == 0)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenLocalhost(options.Port);
        });
        var services = builder.Services;
        services.AddRoutingCore();
        // The keys are demo keys: that they lie unsealed in a file is no news.
        if (logs)
            builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        var keys = new ProviderKeys(Path.Combine(AppContext.BaseDirectory, options.DataDirectory));
        services.AddOpenIdProvider(keys);
        AddMake(services, options, new MakeData(options, time), keys, time);

        var app = builder.Build();
        app.Use(static (http, next) =>
        {
            http.Response.Headers["X-Sandbox"] = "not-make";
            return next(http);
        });
        app.UseRouting();
        app.UseAuthentication();
        app.MapMakeApi();
        app.MapOAuth();
        app.MapControl(time);
        app.MapIdentity();
        app.MapPages(SandboxSettings.TokensOf(app.Services.GetRequiredService<MakeData>().Accounts));
        return app;
    }

    private static void AddMake(IServiceCollection services, SandboxOptions options, MakeData data, ProviderKeys keys, TimeProvider time)
    {
        var rate = new RateLimit(options.RequestsPerMinute, time);
        var (faults, log) = (new FaultBook(options.Faults), new RequestLog());
        var (grants, line) = (new OAuthGrants(options, time), new FaultedLine(time));
        services.AddSingleton(options);
        services.AddSingleton(data);
        services.AddSingleton(faults);
        services.AddSingleton(log);
        services.AddSingleton(keys);
        services.AddSingleton(grants);
        services.AddSingleton(new TokenEndpoint(grants, faults, line, log, keys, options, time));
        services.AddSingleton(new ApiGate(data, grants, rate, faults, line, log, options, time));
        services.AddSingleton(new NotificationOperations(data, options.Undocumented));
        services.AddSingleton(new DirectoryOperations(data, rate, options.Undocumented));
        services.AddHostedService(_ => new Arrivals(data, options, time));
    }
}
