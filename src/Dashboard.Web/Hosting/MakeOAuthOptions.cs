namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Make:OAuth</c>: the confidential client that Make has registered for this portal. Its server is one for all environments (reference §2).</summary>
public sealed class MakeOAuthOptions
{
    /// <summary>The client's id; empty where there is none, and then only API tokens are offered.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client's secret; sent to the token and revocation endpoints alone.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where a browser is sent to ask the person.</summary>
    public Uri? AuthorizationEndpoint { get; set; }

    /// <summary>Where codes and refresh tokens are redeemed.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>Where a connection that is removed is revoked.</summary>
    public Uri? RevocationEndpoint { get; set; }

    /// <summary>The scopes asked for, separated by spaces.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>Whether people can connect by OAuth.</summary>
    public bool IsOffered => ClientId.Length > 0;
}
