using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Components.Actions;

/// <summary>What a page keeps of one zone's receipt: counts, however many notifications it was about.</summary>
/// <param name="ConnectionId">The connection.</param>
/// <param name="Zone">Zone domain.</param>
/// <param name="Asked">How many it was about.</param>
/// <param name="Changed">How many are known to be changed.</param>
/// <param name="Kept">Why the others were not, and how many for each reason; most first.</param>
/// <param name="NeverSeen">How many were marked without having been on the person's screen.</param>
/// <param name="Shown">A view of the inbox with the first of those; <see langword="null"/> where there are none.</param>
/// <param name="ShownCount">How many of them that view shows.</param>
/// <param name="IsProbable">Make's answer was lost.</param>
/// <param name="IsSettled">It is known what became of all of it.</param>
public sealed record ReceiptZone(
    Guid ConnectionId, string Zone, int Asked, int Changed, IReadOnlyList<KeyValuePair<string, int>> Kept, int NeverSeen, InboxQuery? Shown, int ShownCount, bool IsProbable, bool IsSettled)
{
    /// <summary>Ids that one view names at most; a query is of limited length, and nobody reads more by hand.</summary>
    public const int MostShown = 30;

    /// <summary>Counts a receipt. Takes time where it is about many: not for a circuit's thread.</summary>
    public static IReadOnlyList<ReceiptZone> Of(ActionReceipt receipt) => [.. receipt.Zones.Select(zone =>
    {
        NotificationKey[] shown = [.. zone.NeverSeen.OrderByDescending(key => key.Id).Take(MostShown)];
        return new ReceiptZone(
            zone.ConnectionId,
            zone.Zone,
            zone.Asked.Count,
            zone.Changed.Count,
            [.. zone.Kept.Values.CountBy(reason => reason).OrderByDescending(reason => reason.Value)],
            zone.NeverSeen.Count,
            shown.Length == 0 ? null : ViewOf(zone.Zone, shown),
            shown.Length,
            zone.IsProbable,
            zone.IsSettled);
    })];

    private static InboxQuery ViewOf(string zone, NotificationKey[] keys) =>
        new() { Where = Condition.AllOf(new Condition.InZone(zone), Condition.AnyOf(keys.Select(key => new Condition.WithId(key.Id)))) };
}
