using System.Diagnostics;
using System.Net;
using Dashboard.Client.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;

namespace Dashboard.Client;

/// <summary>Registers clients of Make API v2.</summary>
public static class MakeApiServices
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(3);

    /// <summary>Adds one environment: a singleton <see cref="MakeClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets at least the base address; a bad value throws <see cref="OptionsValidationException"/> on first use.</param>
    public static IServiceCollection AddMakeApi(this IServiceCollection services, Action<MakeApiOptions> configure)
    {
        AddEnvironment(services, Options.DefaultName, configure, null);
        return services.AddSingleton(static provider => Create(provider, Options.DefaultName));
    }

    /// <summary>Adds one of several environments: a singleton <see cref="MakeClient"/> keyed by its name, with a pool of connections of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="environment">The environment's name, which is the key.</param>
    /// <param name="configure">Sets at least the base address; a bad value throws <see cref="OptionsValidationException"/> on first use.</param>
    /// <param name="around">
    /// Adds handlers around each call. They see a whole answer or a <see cref="MakeException"/>, never half an answer, and <see cref="MakeCall"/> tells
    /// whose call it is. They may send a GET again; any other request they must not.
    /// </param>
    public static IServiceCollection AddMakeApi(
        this IServiceCollection services, string environment, Action<MakeApiOptions> configure, Action<IHttpClientBuilder>? around = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(environment);
        AddEnvironment(services, environment, configure, around);
        return services.AddKeyedSingleton(environment, static (provider, name) => Create(provider, (string)name!));
    }

    private static void AddEnvironment(IServiceCollection services, string name, Action<MakeApiOptions> configure, Action<IHttpClientBuilder>? around)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MakeApiOptions>, MakeApiOptionsValidator>());
        services.AddOptions<MakeApiOptions>(name).Configure(configure);
        var http = services.AddHttpClient(HttpClientName(name));
        around?.Invoke(http);
        http
            .ConfigureHttpClient((provider, http) =>
            {
                http.BaseAddress = OptionsOf(provider, name).BaseAddress;
                http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
                // The client sets its own deadlines, which unlike this one also cover the body.
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler(OptionsOf(provider, name)))
            .AddHttpMessageHandler(provider => new AnswerHandler(OptionsOf(provider, name), provider.GetRequiredService<TimeProvider>()))
            .AddHttpMessageHandler(provider => new CredentialHandler(
                OptionsOf(provider, name).Credential is { } credential
                    ? new FixedCredential(credential)
                    : provider.GetRequiredService<IMakeCredentialSource>()))
            // Connections are renewed by the handler itself, so the handler may live as long as the singleton that holds it.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The factory's loggers write whole addresses, and at Trace the headers.
            .RemoveAllLoggers();
    }

    private static SocketsHttpHandler PrimaryHandler(MakeApiOptions options) => new()
    {
        // One jar would be shared by all callers.
        UseCookies = false,
        // A redirect would carry a destructive call to a host nobody chose.
        AllowAutoRedirect = false,
        // A proxy named by the surroundings would read a token that goes in clear to this machine; through TLS it only passes bytes on.
        UseProxy = options.BaseAddress?.Scheme == Uri.UriSchemeHttps,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        // Trace ids and baggage of the app are not for Make; its own spans stay.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    private static MakeClient Create(IServiceProvider provider, string name)
    {
        var options = OptionsOf(provider, name);
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(name));
        var settings = new RefitSettings(new MakeContent())
        {
            // Refit would wrap what the handlers and the reader throw; they throw what callers are promised.
            TransportExceptionFactory = static (_, exception, _) => exception,
            DeserializationExceptionFactory = static (_, exception) => ValueTask.FromResult<Exception?>(exception),
        };
        var caller = new MakeCaller(name.Length == 0 ? "default" : name);
        return new(RestService.ForGenerated<IMakeApi>(http, settings), options, provider.GetRequiredService<TimeProvider>(), caller);
    }

    private static MakeApiOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<MakeApiOptions>>().Get(name);

    private static string HttpClientName(string name) => $"Make:{name}";
}
