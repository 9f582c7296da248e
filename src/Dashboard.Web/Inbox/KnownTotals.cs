using System.Collections.Concurrent;
using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox;

/// <summary>
/// How many rows each zone had when it was last compared with Make: the next feed of it can tell how far it has come. Kept while the
/// process lives.
/// </summary>
internal sealed class KnownTotals
{
    private readonly ConcurrentDictionary<(Guid Connection, string Zone), int> _totals = new();

    /// <summary>The total of a zone, or <see langword="null"/> where it never was compared.</summary>
    public int? Of(Connection connection, Zone zone) => _totals.TryGetValue((connection.Id, zone.Domain), out var total) ? total : null;

    public void Keep(Connection connection, Zone zone, int rows) => _totals[(connection.Id, zone.Domain)] = rows;

    /// <summary>The connection is gone.</summary>
    public void Forget(Connection connection)
    {
        foreach (var zone in connection.Zones)
            _totals.TryRemove((connection.Id, zone.Domain), out _);
    }
}
