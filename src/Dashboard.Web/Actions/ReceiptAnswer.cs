using Dashboard.Web.Inbox;

namespace Dashboard.Web.Actions;

/// <summary>A receipt as scripts read it.</summary>
internal sealed record ReceiptAnswer(ActionAnswer Action, IReadOnlyList<ReceiptAnswer.Zone> Zones)
{
    public static ReceiptAnswer Of(ActionReceipt receipt) => new(ActionAnswer.Of(receipt.Action), [.. receipt.Zones.Select(zone => new Zone(
        zone.ConnectionId,
        zone.Zone,
        Ids(zone.Asked),
        Ids(zone.Changed),
        zone.Kept.OrderByDescending(kept => kept.Key.Id).Select(kept => new Stayed(kept.Key.Id.ToString(), kept.Value)),
        Ids(zone.NeverSeen),
        zone.IsProbable,
        zone.IsSettled,
        zone.Problem))]);

    /// <summary>In Make's order, whichever process answers.</summary>
    private static IEnumerable<string> Ids(IEnumerable<NotificationKey> keys) => keys.Select(key => key.Id).OrderDescending().Select(id => id.ToString());

    /// <param name="Connection">The connection.</param>
    /// <param name="Domain">Zone domain.</param>
    /// <param name="Asked">What it is about.</param>
    /// <param name="Changed">What is known to be changed.</param>
    /// <param name="Kept">What was not changed.</param>
    /// <param name="NeverSeen">Of a mark as read: marked without having been on the person's screen.</param>
    /// <param name="IsProbable">What is changed was told from lists, not by an answer.</param>
    /// <param name="IsSettled">It is known what became of all of it.</param>
    /// <param name="Problem">Why not all of it was changed.</param>
    public sealed record Zone(
        Guid Connection,
        string Domain,
        IEnumerable<string> Asked,
        IEnumerable<string> Changed,
        IEnumerable<Stayed> Kept,
        IEnumerable<string> NeverSeen,
        bool IsProbable,
        bool IsSettled,
        string? Problem);

    /// <param name="Id">The notification.</param>
    /// <param name="Reason">Why it was not changed, in words.</param>
    public sealed record Stayed(string Id, string Reason);
}
