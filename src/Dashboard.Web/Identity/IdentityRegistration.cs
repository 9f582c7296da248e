using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Identity.Web;

namespace Dashboard.Web.Identity;

internal static class IdentityRegistration
{
    public static IServiceCollection AddDashboardIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApp(configuration.GetSection("AzureAd"));
        services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure(AllowLoopbackAuthority).Configure(ReturnToThisSite).Configure(LeadNoScriptToSignIn);
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).Configure(cookie =>
        {
            cookie.Cookie.Name = "dashboard";
            cookie.Cookie.HttpOnly = true;
            // Strict would be withheld on the way back from the identity provider.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = Sessions.Lifetime;
            cookie.SlidingExpiration = false;
            cookie.EventsType = typeof(SessionCookie);
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddSingleton<Sessions>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<AuthenticationStateProvider, SessionState>();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<OpenPages>();
        services.AddScoped<PageNumber>();
        services.AddScoped<CircuitHandler, PageCircuit>();
        return services;
    }

    /// <summary>
    /// The way back from a challenge is the address that was asked for, and "//host" is a path to the server but another site to a
    /// browser. What was posted can't be repeated by coming back.
    /// </summary>
    private static void ReturnToThisSite(OpenIdConnectOptions options)
    {
        var next = options.Events.OnRedirectToIdentityProvider;
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            context.Properties.RedirectUri = HttpMethods.IsGet(context.Request.Method) ? LocalUrl.OrHome(context.Properties.RedirectUri) : "/";
            return next(context);
        };
    }

    /// <summary>A script that is led to a sign-in page takes that page for its answer.</summary>
    private static void LeadNoScriptToSignIn(OpenIdConnectOptions options)
    {
        var next = options.Events.OnRedirectToIdentityProvider;
        options.Events.OnRedirectToIdentityProvider = async context =>
        {
            if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                await next(context);
                return;
            }

            context.HandleResponse();
            await TypedResults.Problem("Sign in with a browser first, and send its cookies.", statusCode: StatusCodes.Status401Unauthorized, title: "You are not signed in")
                .ExecuteAsync(context.HttpContext);
        };
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
