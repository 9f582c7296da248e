using Dashboard.Web.Inbox;

namespace Dashboard.Web.Actions;

/// <summary>What became of an action in one zone of one connection.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Zone">Zone domain.</param>
/// <param name="Asked">What it is about, frozen at the click.</param>
/// <param name="Changed">What is known to be changed; of a mark as read also what had arrived since the click.</param>
/// <param name="Kept">What was not changed, with the reason in words.</param>
/// <param name="NeverSeen">Of a mark as read: marked without having been on the person's screen.</param>
/// <param name="IsProbable">Make's answer was lost: what is changed was told from lists that were compared.</param>
/// <param name="IsSettled">It is known what became of all of it.</param>
/// <param name="Problem">Why not all of it was changed, in words.</param>
public sealed record ZoneReceipt(
    Guid ConnectionId,
    string Zone,
    IReadOnlyList<NotificationKey> Asked,
    IReadOnlyCollection<NotificationKey> Changed,
    IReadOnlyDictionary<NotificationKey, string> Kept,
    IReadOnlyCollection<NotificationKey> NeverSeen,
    bool IsProbable,
    bool IsSettled,
    string? Problem)
{
    internal static IEnumerable<ZoneReceipt> Of(ActionKind kind, IEnumerable<ActionBatch> batches) => batches.GroupBy(batch => (batch.ConnectionId, batch.Zone)).Select(zone =>
    {
        var changed = zone.SelectMany(batch => batch.Changed).Select(Key).ToArray();
        var seen = zone.SelectMany(batch => batch.Seen).Select(Key).ToHashSet();
        return new ZoneReceipt(
            zone.Key.ConnectionId,
            zone.Key.Zone,
            [.. zone.SelectMany(batch => batch.Ids).Select(Key)],
            changed,
            zone.SelectMany(batch => batch.Kept).ToDictionary(kept => Key(kept.Key), kept => kept.Value),
            kind == ActionKind.MarkAllRead ? [.. changed.Where(key => !seen.Contains(key))] : [],
            zone.Any(batch => batch.IsProbable),
            zone.All(batch => batch.State == BatchState.Settled),
            zone.Select(batch => batch.Problem).FirstOrDefault(problem => problem is not null));

        NotificationKey Key(Client.NotificationId id) => new(zone.Key.ConnectionId, zone.Key.Zone, id);
    });
}
