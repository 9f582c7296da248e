using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox;

/// <summary>One zone of one connection in a snapshot.</summary>
public sealed class ZonePart
{
    private readonly MarkedRows _rows;

    internal ZonePart(Connection connection, Zone zone, ZoneRows rows, ZoneState state)
        : this(connection, zone, MarkedRows.Without(rows), state)
    {
    }

    private ZonePart(Connection connection, Zone zone, MarkedRows rows, ZoneState state) =>
        (Connection, Zone, _rows, State) = (connection, zone, rows, state);

    public Connection Connection { get; }

    public Zone Zone { get; }

    public ZoneState State { get; }

    /// <summary>The rows with the marks laid over.</summary>
    internal ZoneRows Rows => _rows.Shown;

    /// <summary>The same part, marked.</summary>
    /// <param name="marks">All marks of the zone.</param>
    /// <param name="before">The part of an earlier snapshot that this one follows: what was marked there already is shared.</param>
    internal ZonePart With(ZoneMarks marks, ZonePart? before = null) =>
        new(Connection, Zone, (before?._rows ?? _rows).Next(_rows, marks), State);

    /// <summary>Whether the other part is of the same zone of the same connection.</summary>
    internal bool IsLike(ZonePart other) =>
        Connection.Id == other.Connection.Id && string.Equals(Zone.Domain, other.Zone.Domain, StringComparison.OrdinalIgnoreCase);
}
