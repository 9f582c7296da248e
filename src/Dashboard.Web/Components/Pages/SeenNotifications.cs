using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Pages;

/// <summary>
/// Which notifications were on a person's screen. Every page keeps one for as long as it is open, so it holds sixteen bytes for each: the ids
/// of a zone, in order.
/// </summary>
public sealed class SeenNotifications
{
    private readonly Dictionary<(Guid ConnectionId, string Zone), List<NotificationId>> _zones = [];

    /// <summary>What was on the screen up to now, for work that goes on beside the page.</summary>
    public SeenNotifications Copy()
    {
        var copy = new SeenNotifications();
        foreach (var (zone, ids) in _zones)
            copy._zones.Add(zone, [.. ids]);
        return copy;
    }

    public void Add(NotificationKey key)
    {
        if (!_zones.TryGetValue((key.ConnectionId, key.Zone), out var ids))
            _zones.Add((key.ConnectionId, key.Zone), ids = []);
        if (ids.BinarySearch(key.Id) is < 0 and var missing)
            ids.Insert(~missing, key.Id);
    }

    public bool Contains(NotificationKey key) => _zones.TryGetValue((key.ConnectionId, key.Zone), out var ids) && ids.BinarySearch(key.Id) >= 0;
}
