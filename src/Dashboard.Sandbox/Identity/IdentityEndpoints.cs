using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Sandbox.Data;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Dashboard.Sandbox.Identity;

/// <summary>Signing in and out at the provider.</summary>
internal static class IdentityEndpoints
{
    private const string SessionId = "sid";

    private const string GivenScope = "scp";

    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInPage.Path, (string? returnUrl, MakeData data) => SignInPage.For(data.Accounts, returnUrl));
        routes.MapPost(SignInPage.Path, SignInAsync).DisableAntiforgery();
        routes.MapGet(OpenIdProvider.AuthorizationPath, AuthorizeAsync);
        routes.MapMethods(OpenIdProvider.EndSessionPath, ["GET", "POST"], (Delegate)EndSessionAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, MakeData data, [FromForm] string account, [FromForm] string? returnUrl)
    {
        if (data.Accounts.FirstOrDefault(known => known.Email == account) is not { } chosen)
            return Results.NotFound();
        var identity = new ClaimsIdentity([new(Claims.Email, chosen.Email), new(SessionId, Guid.NewGuid().ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect(string.IsNullOrEmpty(returnUrl) ? "/" : returnUrl);
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext http, MakeData data, SignedInApps apps)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var session = (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal;
        var account = data.Accounts.FirstOrDefault(known => known.Email == session?.GetClaim(Claims.Email));
        if (account is not null && session?.GetClaim(SessionId) is { } sessionId && !request.HasPromptValue(PromptValues.Login) && !request.HasPromptValue(PromptValues.SelectAccount))
        {
            apps.Add(sessionId, request.RedirectUri!);
            return Results.SignIn(Describe(account, sessionId, request), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        }

        if (request.HasPromptValue(PromptValues.None))
            return Refuse(Errors.LoginRequired, "Nobody is signed in.");
        // Without the prompt, or the way back from the page would lead to the page again.
        var back = QueryHelpers.AddQueryString(http.Request.Path, http.Request.Query.Where(parameter => parameter.Key != Parameters.Prompt));
        return Results.Redirect(QueryHelpers.AddQueryString(SignInPage.Path, SignInPage.ReturnUrl, back));
    }

    private static async Task<IResult> EndSessionAsync(HttpContext http, SignedInApps apps, IOptions<OpenIddictServerOptions> provider)
    {
        var session = (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal?.GetClaim(SessionId);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var signedIn = apps.Take(session);
        // The app that sent the browser here has signed it out itself and wants it back.
        return http.GetOpenIddictServerRequest()?.PostLogoutRedirectUri is null
            ? SignedOutPage.For(signedIn, provider.Value.Issuer!.ToString(), session)
            : Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    /// <summary>The claims of Entra's id token that a sign-in reads.</summary>
    private static ClaimsPrincipal Describe(Account account, string sessionId, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, OpenIdProvider.Roles);
        identity.SetClaim(Claims.Subject, Base64UrlEncoder.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.TenantId}{account.ObjectId}"))))
            .SetClaim("tid", account.TenantId.ToString())
            .SetClaim("oid", account.ObjectId.ToString())
            .SetClaim("ver", "2.0")
            .SetClaim(Claims.PreferredUsername, account.Email)
            .SetClaim(Claims.Name, account.Name)
            .SetClaim(SessionId, sessionId)
            .SetClaims(OpenIdProvider.Roles, [.. account.Roles]);
        identity.SetScopes(request.GetScopes());
        if (!request.HasScope(DemoClient.ApiScope))
        {
            identity.SetDestinations(static _ => [Destinations.IdentityToken]);
            return new(identity);
        }

        // The access token is for the app itself, then, and says for what.
        identity.SetResources(DemoClient.Id);
        identity.SetClaim(GivenScope, DemoClient.ApiScopeName);
        identity.SetDestinations(static claim => claim.Type == GivenScope ? [Destinations.AccessToken] : [Destinations.IdentityToken, Destinations.AccessToken]);
        return new(identity);
    }

    private static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
