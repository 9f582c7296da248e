using System.Security.Claims;

namespace Dashboard.Web.Identity;

/// <summary>A person at one sign-in: the same person at another browser, or signed in anew, is another.</summary>
/// <param name="User">Who.</param>
/// <param name="Session">The session on the server that the sign-in began.</param>
public readonly record struct SignIn(UserKey User, string Session)
{
    /// <summary>The sign-in of a person an endpoint or a page has already demanded to be signed in.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    public static SignIn Required(ClaimsPrincipal principal) => new(
        UserKey.Required(principal),
        principal.FindFirstValue(Sessions.ClaimType) ?? throw new UnauthorizedAccessException("Nobody is signed in."));
}
