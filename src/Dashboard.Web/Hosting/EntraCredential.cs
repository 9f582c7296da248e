namespace Dashboard.Web.Hosting;

/// <summary>One entry of <c>AzureAd:ClientCredentials</c>.</summary>
public sealed class EntraCredential
{
    public string SourceType { get; set; } = "";

    public string ClientSecret { get; set; } = "";
}
