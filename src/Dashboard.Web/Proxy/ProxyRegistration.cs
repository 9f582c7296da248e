using Dashboard.Client;
using Dashboard.Web.Hosting;

namespace Dashboard.Web.Proxy;

internal static class ProxyRegistration
{
    public static IServiceCollection AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IMakeCredentialSource, VaultCredentialSource>();
        services.AddSingleton<RequestBudgets>();
        services.AddSingleton<MakeProxy>();
        services.AddSingleton<LastAnswers>();
        services.AddSingleton<MakeGrants>();
        services.AddSingleton<MakeTokenEndpoint>();
        services.AddHttpClient(MakeTokenEndpoint.HttpClient, http => (http.Timeout, http.MaxResponseContentBufferSize) = (MakeTokenEndpoint.Timeout, MakeTokenEndpoint.MaxAnswerBytes))
            .ConfigurePrimaryHttpMessageHandler(MakeTokenEndpoint.Handler)
            .RemoveAllLoggers();
        var make = new MakeOptions();
        configuration.GetSection("Make").Bind(make);
        // One pooled client for each environment; a name or address that can't be used is told by the settings' own check.
        foreach (var environment in make.Environments)
        {
            if (environment is { Name.Length: > 0, BaseUrl.IsAbsoluteUri: true })
            {
                services.AddMakeApi(
                    environment.Name,
                    options => (options.BaseAddress, options.ReadTimeout, options.ListTimeout, options.ChangeTimeout) =
                        (environment.BaseUrl, make.ReadTimeout, make.ListTimeout, make.ChangeTimeout),
                    http => Resilience.Add(http, environment.Name, make.RetryDelay));
            }
        }

        return services;
    }
}
