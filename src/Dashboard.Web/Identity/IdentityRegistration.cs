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
        services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure(AllowLoopbackAuthority);
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

    /// <summary>Entra is always https. A provider on loopback may be plain http; then its issuer is checked by name, not by Microsoft's https-only look-up.</summary>
    private static void AllowLoopbackAuthority(OpenIdConnectOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || authority is not { IsLoopback: true, Scheme: "http" })
            return;
        options.RequireHttpsMetadata = false;
        options.TokenValidationParameters.ValidIssuer ??= options.Authority;
    }
}
