using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>The newest id of each zone at a moment. A view up to it leaves out what arrived later, so that the list does not move under a working hand.</summary>
public sealed class InboxWatermark : IEquatable<InboxWatermark>
{
    private readonly Dictionary<(Guid Connection, string Zone), NotificationId> _newest;

    /// <summary>Leaving rows count: one that comes back did not arrive later.</summary>
    internal InboxWatermark(IEnumerable<ZonePart> parts) => _newest = parts
        .Where(part => part.Rows.Chunks.Count > 0)
        .ToDictionary(part => (part.Connection.Id, part.Zone.Domain), part => part.Rows.Chunks[0].Highest);

    /// <summary>The newest id of a zone that is still below the mark; a zone that had no rows then has no mark.</summary>
    internal NotificationId Of(ZonePart part) => _newest.GetValueOrDefault((part.Connection.Id, part.Zone.Domain), new NotificationId(UInt128.MaxValue));

    /// <summary>Whether any row arrived after the mark.</summary>
    internal bool HoldsBack(IEnumerable<ZonePart> parts) => parts.Any(part => part.Rows.Chunks is [var newest, ..] && newest.Highest > Of(part));

    /// <inheritdoc />
    public bool Equals(InboxWatermark? other) =>
        other is not null && _newest.Count == other._newest.Count && _newest.All(zone => other._newest.TryGetValue(zone.Key, out var id) && id == zone.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as InboxWatermark);

    /// <inheritdoc />
    public override int GetHashCode() => _newest.Aggregate(0, (hash, zone) => hash ^ HashCode.Combine(zone.Key, zone.Value));
}
