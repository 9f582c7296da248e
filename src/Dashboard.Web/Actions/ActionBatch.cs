using System.Collections.Immutable;
using Dashboard.Client;
using Dashboard.Web.Data;

namespace Dashboard.Web.Actions;

/// <summary>The part of an action that one request carries. Immutable: what became of it makes a new one.</summary>
internal sealed record ActionBatch
{
    public long Id { get; init; }

    public long ActionId { get; init; }

    public required Guid ConnectionId { get; init; }

    /// <summary>Zone domain.</summary>
    public required string Zone { get; init; }

    public BatchState State { get; init; }

    /// <summary>As it was at the click, highest id first.</summary>
    public required ImmutableArray<NotificationId> Ids { get; init; }

    /// <summary>Known to be changed; of a mark as read also those that nobody had asked for.</summary>
    public ImmutableHashSet<NotificationId> Changed { get; init; } = [];

    /// <summary>Not changed, with the reason in words.</summary>
    public ImmutableDictionary<NotificationId, string> Kept { get; init; } = ImmutableDictionary<NotificationId, string>.Empty;

    /// <summary>Of a mark as read: had been on the person's screen.</summary>
    public ImmutableHashSet<NotificationId> Seen { get; init; } = [];

    /// <summary>Rows above the first one in Make's list at the click.</summary>
    public int Above { get; init; }

    /// <summary>When the request that has no receipt yet was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public int Attempts { get; init; }

    /// <summary>What is changed was told from lists that were compared, not by an answer.</summary>
    public bool IsProbable { get; init; }

    /// <summary>Why not all of it was changed, in words.</summary>
    public string? Problem { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    public long Revision { get; init; }

    /// <summary>Nobody knows yet what became of these.</summary>
    public IEnumerable<NotificationId> Open => Ids.Where(id => !Changed.Contains(id) && !Kept.ContainsKey(id));

    /// <summary>These are now known to be changed.</summary>
    public ActionBatch WithChanged(IEnumerable<NotificationId> ids) => this with { Changed = Changed.Union(ids) };

    /// <summary>What is open stays as it was, for this reason; nothing is left to find out.</summary>
    public ActionBatch Settled(string reason) =>
        this with { State = BatchState.Settled, Problem = reason, Kept = Kept.SetItems(Open.Select(id => KeyValuePair.Create(id, reason))) };

    public static ActionBatch From(ActionBatchRecord record) => new()
    {
        Id = record.Id,
        ActionId = record.ActionId,
        ConnectionId = record.ConnectionId,
        Zone = record.Zone,
        State = Enum.Parse<BatchState>(record.State),
        Ids = [.. IdList.Parse(record.Ids)],
        Changed = [.. IdList.Parse(record.Changed)],
        Kept = KeptIds.Parse(record.Kept),
        Seen = [.. IdList.Parse(record.Seen)],
        Above = record.Above,
        SentAt = record.SentAt,
        Attempts = record.Attempts,
        IsProbable = record.IsProbable,
        Problem = record.Problem,
        SettledAt = record.SettledAt,
        Revision = record.Revision,
    };

    public ActionBatchRecord ToRecord() => new()
    {
        Id = Id,
        ActionId = ActionId,
        ConnectionId = ConnectionId,
        Zone = Zone,
        State = State.ToString(),
        Ids = IdList.Print(Ids),
        Changed = IdList.Print(Changed),
        Kept = KeptIds.Print(Kept),
        Seen = IdList.Print(Seen),
        Above = Above,
        SentAt = SentAt,
        Attempts = Attempts,
        IsProbable = IsProbable,
        Problem = Problem,
        SettledAt = SettledAt,
        Revision = Revision,
    };
}
