namespace Dashboard.Web.Connections;

/// <summary>What became of a credential that a person had removed. In every case the portal has it no more.</summary>
public enum DisconnectOutcome
{
    /// <summary>An API token; only the person can delete it at Make.</summary>
    Forgotten,

    /// <summary>Make has ended the access.</summary>
    Revoked,

    /// <summary>Make could not be asked to end the access, or did not.</summary>
    NotRevoked,
}
