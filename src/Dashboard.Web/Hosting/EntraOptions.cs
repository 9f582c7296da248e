namespace Dashboard.Web.Hosting;

/// <summary>What is checked of section <c>AzureAd</c> before Microsoft.Identity.Web reads it.</summary>
public sealed class EntraOptions
{
    public string Instance { get; set; } = "";

    public string TenantId { get; set; } = "";

    public string ClientId { get; set; } = "";

    public IList<EntraCredential> ClientCredentials { get; } = [];
}
