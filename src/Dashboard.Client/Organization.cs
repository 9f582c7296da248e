namespace Dashboard.Client;

/// <summary>An organization of the user, from <c>GET /organizations</c> and <c>GET /organizations/{id}</c>.</summary>
/// <param name="Id">The organization's id.</param>
/// <param name="Name">The organization's name.</param>
/// <param name="Zone">The host name of its zone; matches <see cref="ImtZone.Domain"/>.</param>
/// <param name="License">Its licence; Make gives it only for organizations in the zone that is called.</param>
public sealed record Organization(int Id, string Name, string? Zone = null, OrganizationLicense? License = null);
