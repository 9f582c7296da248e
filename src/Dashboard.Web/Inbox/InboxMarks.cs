using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox;

/// <summary>The marks of one inbox, also of zones that no feed reads now. Not for several threads at once.</summary>
internal sealed class InboxMarks
{
    private readonly Dictionary<(Guid Connection, string Zone), ZoneMarks> _marks = [];

    /// <summary>The marks of a zone.</summary>
    public ZoneMarks Of(Connection connection, Zone zone) => Of(KeyOf(connection.Id, zone.Domain));

    /// <summary>Replaces the marks of a zone.</summary>
    /// <returns>Whether they are others than before.</returns>
    public bool Set(Guid connection, string zone, ZoneMarks marks)
    {
        var key = KeyOf(connection, zone);
        if (Of(key) == marks)
            return false;
        _marks[key] = marks;
        return true;
    }

    private ZoneMarks Of((Guid Connection, string Zone) key) => _marks.GetValueOrDefault(key, ZoneMarks.None);

    private static (Guid Connection, string Zone) KeyOf(Guid connection, string zone) => (connection, zone.ToUpperInvariant());
}
