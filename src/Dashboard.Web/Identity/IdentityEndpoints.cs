using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Dashboard.Web.Identity;

/// <summary>Sign-in and sign-out; plain endpoints, since both need an HTTP answer, which a circuit doesn't have.</summary>
internal static class IdentityEndpoints
{
    public static void MapDashboardIdentity(this WebApplication app)
    {
        app.MapGet("/auth/login", (string? returnUrl) => TypedResults.Challenge(
                new AuthenticationProperties { RedirectUri = LocalUrl.OrHome(returnUrl) },
                [OpenIdConnectDefaults.AuthenticationScheme]))
            .AllowAnonymous();
        app.MapPost("/auth/logout", () => TypedResults.SignOut(
                new AuthenticationProperties { RedirectUri = "/auth/signed-out" },
                [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]))
            .RequireFormToken();
    }
}
