using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Identity;

/// <summary>Where people are led when they are signed out or not let in.</summary>
public static class SignInPaths
{
    /// <summary>Begins a sign-in.</summary>
    public const string Login = "/auth/login";

    /// <summary>Begins a sign-in that asks which account it is to be.</summary>
    public const string OtherAccount = $"{Login}?other=true";

    /// <summary>Says that a session is over.</summary>
    public const string EndedPage = "/auth/ended";

    /// <summary>Says that somebody was not let in.</summary>
    public const string RefusedPage = "/auth/refused";

    /// <summary>The sign-in that leads back.</summary>
    /// <param name="back">A path of this site; anything else leads home.</param>
    public static string LoginTo(string? back) => QueryHelpers.AddQueryString(Login, "returnUrl", LocalUrl.OrHome(back));

    /// <summary>The page that says that a session is over, and leads back.</summary>
    public static string Ended(SessionEnd why, string? back) =>
        QueryHelpers.AddQueryString(EndedPage, new Dictionary<string, string?> { ["why"] = why.ToString(), ["returnUrl"] = LocalUrl.OrHome(back) });

    /// <summary>The page that says why somebody was not let in.</summary>
    public static string Refused(SignInRefusal why) => QueryHelpers.AddQueryString(RefusedPage, "why", why.ToString());
}
