namespace Dashboard.Client;

/// <summary>What is used of an organization's licence.</summary>
/// <param name="ApiLimit">Requests per minute that Make allows the organization; null when Make does not say.</param>
public sealed record OrganizationLicense(int? ApiLimit = null);
