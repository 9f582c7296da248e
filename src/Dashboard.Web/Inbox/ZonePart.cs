using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox;

/// <summary>One zone of one connection in a snapshot.</summary>
public sealed class ZonePart
{
    internal ZonePart(Connection connection, Zone zone, ZoneRows rows, ZoneState state) =>
        (Connection, Zone, Rows, State) = (connection, zone, rows, state);

    public Connection Connection { get; }

    public Zone Zone { get; }

    public ZoneState State { get; }

    internal ZoneRows Rows { get; }
}
