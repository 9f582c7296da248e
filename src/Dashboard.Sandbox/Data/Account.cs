namespace Dashboard.Sandbox.Data;

/// <summary>A demo person: who signs in, and whose notifications the sandbox holds.</summary>
/// <param name="UserId">The id in Make's <c>/users/me</c>.</param>
/// <param name="Name">The full name.</param>
/// <param name="Email">The address, also the sign-in's <c>preferred_username</c>.</param>
/// <param name="TenantId">The sign-in's <c>tid</c>.</param>
/// <param name="ObjectId">The sign-in's <c>oid</c>, unique within its tenant only.</param>
/// <param name="Roles">The sign-in's <c>roles</c>.</param>
/// <param name="Organizations">Empty for a person who can sign in but has nothing at Make. The first is the one that requests are charged to.</param>
/// <param name="Tokens">The person's API tokens.</param>
public sealed record Account(
    int UserId,
    string Name,
    string Email,
    Guid TenantId,
    Guid ObjectId,
    IReadOnlyList<string> Roles,
    IReadOnlyList<Organization> Organizations,
    IReadOnlyList<ApiToken> Tokens)
{
    /// <summary>The person's organization in a zone, or null where there is none.</summary>
    public Organization? OrganizationIn(int zoneId) => Organizations.FirstOrDefault(organization => organization.Zone.Id == zoneId);
}
