using Dashboard.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Connections;

/// <summary>Connecting by OAuth, where Make has registered a client: authorization code with PKCE, as a confidential client (reference §2).</summary>
internal static class MakeOAuth
{
    public static IServiceCollection AddMakeOAuth(this IServiceCollection services, IConfiguration configuration)
    {
        var make = configuration.GetSection("Make:OAuth").Get<MakeOAuthOptions>() ?? new MakeOAuthOptions();
        if (!make.IsOffered)
            return services;
        services.AddTransient<MakeOAuthEvents>();
        services.AddAuthentication().AddOAuth(MakeOAuthEvents.Scheme, options => Configure(options, make));
        services.AddOptions<OAuthOptions>(MakeOAuthEvents.Scheme).Configure<IOptions<DashboardOptions>, IHostEnvironment>((options, dashboard, environment) =>
        {
            if (dashboard.Value.IsServedByHttps(environment))
                options.CorrelationCookie.Name = "__Secure-dashboard-make.";
        });
        return services;
    }

    private static void Configure(OAuthOptions options, MakeOAuthOptions make)
    {
        options.ClientId = make.ClientId;
        options.ClientSecret = make.ClientSecret;
        options.AuthorizationEndpoint = make.AuthorizationEndpoint!.ToString();
        options.TokenEndpoint = make.TokenEndpoint!.ToString();
        options.CallbackPath = "/make/callback";
        options.UsePkce = true;
        options.EventsType = typeof(MakeOAuthEvents);
        // Has to be named; the events see to it that nobody is signed in by it.
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        // Make comes back by a plain navigation, for which Lax is enough.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        options.Scope.Clear();
        foreach (var scope in make.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            options.Scope.Add(scope);
    }
}
