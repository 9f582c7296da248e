using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>
/// Which notifications were on a person's screens, whichever page showed them. It lives as long as the inbox and holds sixteen bytes for each:
/// the ids of a zone, in order. Safe for many pages at once.
/// </summary>
public sealed class SeenNotifications
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid ConnectionId, string Zone), List<NotificationId>> _zones = [];

    /// <summary>What was on screen up to now, for work that goes on beside the pages.</summary>
    public SeenNotifications Copy()
    {
        var copy = new SeenNotifications();
        lock (_gate)
        {
            foreach (var (zone, ids) in _zones)
                copy._zones.Add(zone, [.. ids]);
        }

        return copy;
    }

    public void Add(NotificationKey key)
    {
        lock (_gate)
        {
            if (!_zones.TryGetValue((key.ConnectionId, key.Zone), out var ids))
                _zones.Add((key.ConnectionId, key.Zone), ids = []);
            if (ids.BinarySearch(key.Id) is < 0 and var missing)
                ids.Insert(~missing, key.Id);
        }
    }

    public bool Contains(NotificationKey key)
    {
        lock (_gate)
            return _zones.TryGetValue((key.ConnectionId, key.Zone), out var ids) && ids.BinarySearch(key.Id) >= 0;
    }

    /// <summary>They are gone from Make and never come back.</summary>
    internal void Forget(Guid connection, string zone, IReadOnlySet<NotificationId> gone)
    {
        lock (_gate)
        {
            if (_zones.TryGetValue((connection, zone), out var ids))
                ids.RemoveAll(gone.Contains);
        }
    }
}
