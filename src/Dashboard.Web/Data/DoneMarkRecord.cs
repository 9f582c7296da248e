namespace Dashboard.Web.Data;

/// <summary>A person is done with a notification. The portal's own state: Make is never told.</summary>
public sealed class DoneMarkRecord
{
    public Guid ConnectionId { get; set; }

    /// <summary>Zone domain, in lower case.</summary>
    public required string Zone { get; set; }

    public required string NotificationId { get; set; }

    /// <summary>User key of the connection's owner.</summary>
    public required string Owner { get; set; }
}
