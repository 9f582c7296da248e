namespace Dashboard.Web.Hosting;

/// <summary>Section <c>SignIn</c>: whom the portal lets in, of those that Entra signs in.</summary>
public sealed class SignInOptions
{
    /// <summary>Tenants whose people may enter; none means <c>AzureAd:TenantId</c> alone.</summary>
    public IList<Guid> AllowedTenants { get; } = [];

    /// <summary>An app role that a person needs to enter; empty lets in everyone of the tenants.</summary>
    public string RequiredRole { get; set; } = "";
}
