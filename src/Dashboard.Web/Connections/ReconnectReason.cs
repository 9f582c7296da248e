namespace Dashboard.Web.Connections;

/// <summary>Why a connection asks nothing of Make until the person connects it again.</summary>
public enum ReconnectReason
{
    /// <summary>Make does not accept the credential any more, nor renews it.</summary>
    Refused,

    /// <summary>The sealed credential is gone or can't be opened: the key ring is another, or the row was tampered with.</summary>
    Unreadable,
}
