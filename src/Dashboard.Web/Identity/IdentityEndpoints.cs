using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dashboard.Web.Identity;

/// <summary>Sign-in and sign-out; plain endpoints, since both need an HTTP answer, which a circuit doesn't have.</summary>
internal static class IdentityEndpoints
{
    public static void MapDashboardIdentity(this WebApplication app)
    {
        app.MapGet(SignInPaths.Login, Login).AllowAnonymous();
        app.MapPost("/auth/logout", SessionEndpoints.SignOut).RequireFormToken();
        app.MapSessions();
    }

    /// <summary>Whoever is signed in, in another tab perhaps, goes straight back: signing in anew would end that session.</summary>
    private static IResult Login(HttpContext context, string? returnUrl, bool other = false) =>
        context.User.Identity is { IsAuthenticated: true } && !other
            ? TypedResults.LocalRedirect(LocalUrl.OrHome(returnUrl))
            : TypedResults.Challenge(
                new OpenIdConnectChallengeProperties { RedirectUri = LocalUrl.OrHome(returnUrl), Prompt = other ? OpenIdConnectPrompt.SelectAccount : null },
                [OpenIdConnectDefaults.AuthenticationScheme]);
}
