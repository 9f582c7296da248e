namespace Dashboard.Web.Data;

/// <summary>The part of an action that one request carries: notifications of one zone of one connection.</summary>
public sealed class ActionBatchRecord
{
    public long Id { get; set; }

    public long ActionId { get; set; }

    public Guid ConnectionId { get; set; }

    /// <summary>Zone domain.</summary>
    public required string Zone { get; set; }

    /// <summary>How far it is, by its name.</summary>
    public required string State { get; set; }

    /// <summary>The notifications as they were at the click: ids with commas between.</summary>
    public required string Ids { get; set; }

    /// <summary>Ids that are known to be changed; of a mark as read also those that nobody had asked for.</summary>
    public string Changed { get; set; } = "";

    /// <summary>Ids that were not changed, by reason, as JSON; empty for none.</summary>
    public string Kept { get; set; } = "";

    /// <summary>Of a mark as read: ids that had been on the person's screen.</summary>
    public string Seen { get; set; } = "";

    /// <summary>How many rows stood above the first in Make's list at the click: where a look begins.</summary>
    public int Above { get; set; }

    /// <summary>When the request that has no receipt yet was sent.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>No answer said so: what is changed was told from lists that were compared.</summary>
    public bool IsProbable { get; set; }

    /// <summary>Why not all of it was changed, in words.</summary>
    public string? Problem { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Grows with every change.</summary>
    public long Revision { get; set; }
}
