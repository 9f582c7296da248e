using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;

namespace Dashboard.Web.Identity;

internal static class IdentityRegistration
{
    public static IServiceCollection AddDashboardIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApp(configuration.GetSection("AzureAd"));
        services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure(provider =>
            LoopbackProvider.Allow(provider.Authority, () => provider.RequireHttpsMetadata = false, provider.TokenValidationParameters));
        services.AddBearerSignIn(configuration);
        services.AddSingleton<SignInRules>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, SignInEvents>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>>(provider => provider.GetRequiredService<SessionCookie>());
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(provider => provider.GetRequiredService<SessionCookie>());
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>>(provider => provider.GetRequiredService<SessionCookie>());
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Administrator.Policy, policy => policy.RequireRole(Administrator.Role));
        services.AddCascadingAuthenticationState();
        services.AddSingleton<SessionUse>();
        services.AddSingleton<SessionPages>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SessionTickets>();
        services.AddHostedService<SessionWatch>();
        services.AddSingleton<SessionActivity>();
        services.Configure<HubOptions>(hub => hub.AddFilter<SessionActivity>());
        services.AddScoped<AuthenticationStateProvider, SessionState>();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<OpenPages>();
        services.AddScoped<PageNumber>();
        services.AddScoped<CircuitHandler, PageCircuit>();
        return services;
    }
}
