using System.Security.Claims;

namespace Dashboard.Web.Identity;

/// <summary>Names a person for good: Entra's tenant and object id; an e-mail address can change hands.</summary>
/// <param name="Tenant">Claim <c>tid</c>.</param>
/// <param name="ObjectId">Claim <c>oid</c>.</param>
public readonly record struct UserKey(string Tenant, string ObjectId)
{
    /// <summary>The key of a signed-in person, or <see langword="null"/> for anyone else.</summary>
    public static UserKey? Of(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true } && principal.FindFirstValue("tid") is { Length: > 0 } tenant && principal.FindFirstValue("oid") is { Length: > 0 } id
            ? new UserKey(tenant, id)
            : null;

    /// <summary>The key of a person an endpoint has already demanded to be signed in.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    public static UserKey Required(ClaimsPrincipal principal) => Of(principal) ?? throw new UnauthorizedAccessException("Nobody is signed in.");

    public override string ToString() => $"{Tenant}.{ObjectId}";
}
