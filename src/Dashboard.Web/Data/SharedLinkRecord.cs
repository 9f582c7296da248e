namespace Dashboard.Web.Data;

/// <summary>What names the event behind a link that somebody shared, without saying what the event is.</summary>
public sealed class SharedLinkRecord
{
    public long Id { get; set; }

    /// <summary>Entra tenant of the person who shared; only the same tenant may use it.</summary>
    public required string Tenant { get; set; }

    /// <summary>Zone domain in the link.</summary>
    public required string Zone { get; set; }

    /// <summary>Notification id in the link, the sharer's own.</summary>
    public required string NotificationId { get; set; }

    /// <summary>Hash of zone, type and subject.</summary>
    public required byte[] Fingerprint { get; set; }

    public DateTimeOffset Created { get; set; }

    /// <summary>Make's organization, once the body was read.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>Make's execution, once the body was read.</summary>
    public string? ExecutionId { get; set; }

    public DateTimeOffset SharedAt { get; set; }
}
