namespace Dashboard.Sandbox.OAuth;

/// <summary>The one client Make's OAuth server knows here: a confidential one, as Make registers by hand. Demo values: the server answers on loopback only.</summary>
public static class OAuthClient
{
    /// <summary>The web app's client id.</summary>
    public const string Id = "sandbox-make-client";

    /// <summary>The web app's client secret.</summary>
    public const string Secret = "sandbox-make-secret-for-loopback-only";

    /// <summary>Where a browser may be sent back to: this path on loopback, any port.</summary>
    internal const string CallbackPath = "/make/callback";
}
