using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dashboard.Web.Identity;

/// <summary>Binds the cookie to a session on the server.</summary>
internal sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    public override async Task SigningIn(CookieSigningInContext context)
    {
        if (context.Principal is not { Identity: ClaimsIdentity identity } principal)
            return;
        var session = await sessions.BeginAsync(UserKey.Required(principal).ToString(), context.HttpContext.RequestAborted);
        identity.AddClaim(new Claim(Sessions.ClaimType, session));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await sessions.IsLiveAsync(context.Principal?.FindFirstValue(Sessions.ClaimType), context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        // Not cancellable: who has pressed "Sign out" and closed the browser is signed out.
        if (context.HttpContext.User.FindFirstValue(Sessions.ClaimType) is { } session)
            await sessions.EndAsync(session, CancellationToken.None);
    }
}
