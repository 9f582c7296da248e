using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Identity;

/// <summary>Ending sessions by form posts: one's own, and for an administrator anyone's.</summary>
internal static class SessionEndpoints
{
    /// <summary>Where a person's own sessions are listed.</summary>
    public const string Own = "/settings/sessions";

    /// <summary>Where everyone's are.</summary>
    public const string Everyones = "/admin/sessions";

    public static void MapSessions(this WebApplication app)
    {
        app.MapPost("/auth/sessions/end", EndOwnAsync).RequireFormToken();
        app.MapPost("/auth/sessions/end-others", EndOthersAsync).RequireFormToken();
        app.MapPost("/auth/logout-everywhere", SignOutEverywhereAsync).RequireFormToken();
        var admin = app.MapGroup(Everyones).RequireAuthorization(Administrator.Policy);
        admin.MapPost("/end", EndAnyAsync).RequireFormToken();
        admin.MapPost("/end-person", EndAllOfAsync).RequireFormToken();
    }

    /// <summary>Signs out here and at the identity provider.</summary>
    public static SignOutHttpResult SignOut() => TypedResults.SignOut(
        new AuthenticationProperties { RedirectUri = "/auth/signed-out" },
        [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);

    private static async Task<RedirectHttpResult> EndOwnAsync(HttpContext context, Sessions sessions, [FromForm] Guid session)
    {
        var owner = UserKey.Required(context.User).ToString();
        return Told(Own, await sessions.EndAsync(row => row.Id == session && row.Owner == owner, SessionEnd.EndedByPerson), SessionsOutcome.Ended);
    }

    private static async Task<RedirectHttpResult> EndOthersAsync(HttpContext context, Sessions sessions)
    {
        var (owner, here) = (UserKey.Required(context.User).ToString(), Sessions.IdOf(context.User));
        return Told(Own, await sessions.EndAsync(row => row.Owner == owner && row.Id != here, SessionEnd.EndedByPerson), SessionsOutcome.OthersEnded);
    }

    private static async Task<SignOutHttpResult> SignOutEverywhereAsync(HttpContext context, Sessions sessions)
    {
        var owner = UserKey.Required(context.User).ToString();
        await sessions.EndAsync(row => row.Owner == owner, SessionEnd.EndedByPerson);
        return SignOut();
    }

    private static async Task<RedirectHttpResult> EndAnyAsync(HttpContext context, Sessions sessions, ILogger<Sessions> log, [FromForm] Guid session)
    {
        SessionLog.EndsOne(log, UserKey.Required(context.User), session);
        return Told(Everyones, await sessions.EndAsync(row => row.Id == session, SessionEnd.EndedByAdministrator), SessionsOutcome.Ended);
    }

    private static async Task<RedirectHttpResult> EndAllOfAsync(HttpContext context, Sessions sessions, ILogger<Sessions> log, [FromForm] string person)
    {
        SessionLog.EndsAll(log, UserKey.Required(context.User), person);
        return Told(Everyones, await sessions.EndAsync(row => row.Owner == person, SessionEnd.EndedByAdministrator), SessionsOutcome.PersonEnded);
    }

    private static RedirectHttpResult Told(string page, int ended, SessionsOutcome outcome) =>
        TypedResults.LocalRedirect(QueryHelpers.AddQueryString(page, "outcome", (ended > 0 ? outcome : SessionsOutcome.AlreadyOver).ToString()));
}
