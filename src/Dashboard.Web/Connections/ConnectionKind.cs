namespace Dashboard.Web.Connections;

/// <summary>What a connection asks Make with.</summary>
public enum ConnectionKind
{
    /// <summary>An API token that the person has pasted.</summary>
    ApiToken,

    /// <summary>Access that the person has allowed this portal at Make.</summary>
    OAuth,
}
