using Dashboard.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Identity;

/// <summary>
/// The portal's cookies. Over https a browser is told, by the prefixes of their names, to take them from this host over https alone; over plain
/// http, which is for a developer's own computer, it would take none with such names.
/// </summary>
internal sealed class SessionCookie(IOptions<DashboardOptions> dashboard, IHostEnvironment environment, SessionTickets tickets, IOptions<SessionsOptions> sessions)
    : IConfigureNamedOptions<CookieAuthenticationOptions>, IConfigureNamedOptions<OpenIdConnectOptions>, IConfigureOptions<AntiforgeryOptions>
{
    private readonly bool _isHttps = dashboard.Value.IsServedByHttps(environment);

    private CookieSecurePolicy Secure => _isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != CookieAuthenticationDefaults.AuthenticationScheme)
            return;
        Configure(options.Cookie, "dashboard");
        // Strict would be withheld on the way back from the identity provider.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = sessions.Value.Lifetime;
        options.SlidingExpiration = false;
        options.SessionStore = tickets;
        // The page that says so comes with the status.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        // They come back with a post from the identity provider, so they are SameSite=None, and only at one path, which rules out the prefix __Host-.
        if (name != OpenIdConnectDefaults.AuthenticationScheme || !_isHttps)
            return;
        options.CorrelationCookie.Name = "__Secure-dashboard-correlation.";
        options.NonceCookie.Name = "__Secure-dashboard-nonce.";
    }

    public void Configure(AntiforgeryOptions options)
    {
        Configure(options.Cookie, "dashboard-form");
        options.Cookie.SameSite = SameSiteMode.Strict;
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    private void Configure(CookieBuilder cookie, string name)
    {
        cookie.Name = _isHttps ? $"__Host-{name}" : name;
        cookie.SecurePolicy = Secure;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }
}
