using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox;

/// <summary>Rows that no feed brings, such as those of the recycle bin, put together so that they are searched, sorted and shown like an inbox.</summary>
internal static class GivenRows
{
    /// <summary>A snapshot of these rows, in which nothing is still to come.</summary>
    /// <param name="zones">The rows of each zone of each connection; an id stands once in a zone.</param>
    /// <param name="time">Measures how long a regular expression takes.</param>
    public static InboxSnapshot Snapshot(IEnumerable<(Connection Connection, Zone Zone, IReadOnlyCollection<InboxRow> Rows)> zones, TimeProvider time)
    {
        var subjects = new SubjectTable(time);
        return new InboxSnapshot([.. zones.Select(zone => Part(zone.Connection, zone.Zone, zone.Rows, subjects))], subjects);
    }

    private static ZonePart Part(Connection connection, Zone zone, IReadOnlyCollection<InboxRow> given, SubjectTable subjects)
    {
        StoredRow[] stored = [.. given.OrderByDescending(row => row.Key.Id).Select(row => new StoredRow(
            row.Key.Id, subjects.NumberOf(row.Subject), row.Type, row.Created.ToUnixTimeMilliseconds(), row.Read?.ToUnixTimeMilliseconds() ?? StoredRow.Unread))];
        var rows = ZoneRows.Empty.WithPage(stored, fromNewest: true, toOldest: true);
        return new ZonePart(connection, zone, rows, new ZoneState(ZonePhase.InStep, rows.Unread, rows.Count, Complete: true));
    }
}
