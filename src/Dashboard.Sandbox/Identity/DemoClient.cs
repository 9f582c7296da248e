namespace Dashboard.Sandbox.Identity;

/// <summary>The one client the sign-in provider knows, and its tenants. Demo values: the provider answers on loopback only.</summary>
public static class DemoClient
{
    /// <summary>The tenant that signs in here.</summary>
    public static Guid TenantId { get; } = new("7e57a000-0000-4000-8000-00000000000a");

    /// <summary>The tenant of the stranger, whom the app has to tell from an own user with the same object id.</summary>
    public static Guid OtherTenantId { get; } = new("7e57b000-0000-4000-8000-00000000000b");

    /// <summary>The web app's client id.</summary>
    public const string Id = "da5b0a2d-0000-4000-8000-000000000001";

    /// <summary>Asked for by a script that wants to call the web app in a person's name.</summary>
    public const string ApiScope = $"api://{Id}/{ApiScopeName}";

    /// <summary>The same as the access token has it.</summary>
    public const string ApiScopeName = "access_as_user";

    /// <summary>The web app's client secret.</summary>
    public const string Secret = "sandbox-client-secret-for-loopback-only";
}
