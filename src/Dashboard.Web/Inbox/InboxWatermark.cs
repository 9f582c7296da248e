using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>The newest id of each zone at a moment. A view up to it leaves out what arrived later, so that the list does not move under a working hand.</summary>
public sealed class InboxWatermark
{
    private readonly Dictionary<(Guid Connection, string Zone), NotificationId> _newest;

    internal InboxWatermark(IEnumerable<ZonePart> parts) => _newest = parts
        .Where(part => part.Rows.Count > 0)
        .ToDictionary(part => (part.Connection.Id, part.Zone.Domain), part => part.Rows.Chunks[0].Highest);

    /// <summary>The newest id of a zone that is still below the mark; a zone that had no rows then has no mark.</summary>
    internal NotificationId Of(ZonePart part) => _newest.GetValueOrDefault((part.Connection.Id, part.Zone.Domain), new NotificationId(UInt128.MaxValue));
}
