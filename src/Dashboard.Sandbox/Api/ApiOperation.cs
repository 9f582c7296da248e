namespace Dashboard.Sandbox.Api;

/// <summary>What the API or the OAuth server was asked to do.</summary>
public enum ApiOperation
{
    /// <summary>In a fault only: whichever operation comes.</summary>
    Any,

    /// <summary>In the log only: a path that is no operation.</summary>
    Unknown,

    /// <summary>GET /notifications</summary>
    List,

    /// <summary>GET /notifications/{id}</summary>
    Detail,

    /// <summary>POST /notifications/mark-as-read</summary>
    Mark,

    /// <summary>DELETE /notifications</summary>
    Delete,

    /// <summary>GET /users/unread-notifications</summary>
    Unread,

    /// <summary>GET /enums/imt-zones</summary>
    Zones,

    /// <summary>GET /users/me</summary>
    Me,

    /// <summary>GET /users/me/current-authorization</summary>
    Authorization,

    /// <summary>GET /organizations</summary>
    Organizations,

    /// <summary>GET /organizations/{id}</summary>
    Organization,

    /// <summary>POST /oauth/v2/token with an authorization code, or with a grant type that does not exist.</summary>
    Exchange,

    /// <summary>POST /oauth/v2/token with a refresh token.</summary>
    Refresh,

    /// <summary>POST /oauth/v2/revoke</summary>
    Revoke,
}
