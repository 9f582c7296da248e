using System.Globalization;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Benchmarks.Data;

/// <summary>
/// An inbox of four zones, the same one every time: ids and times of the zones lie among one another and do not grow together, half of the rows
/// are unread, a tenth are done, created over 60 days.
/// </summary>
internal sealed class SyntheticInbox
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private const long MillisecondsOfDay = 86_400_000;

    private readonly SubjectTable _subjects;
    private readonly ZonePart[] _parts;

    /// <param name="rows">Rows in all zones together.</param>
    /// <param name="subjects">Distinct subjects; as many as rows for a subject of its own in each.</param>
    public SyntheticInbox(int rows, int subjects)
    {
        var random = new Random(1);
        _subjects = Table(Enumerable.Range(0, subjects).Select(Subject));
        var rowsOfZone = Zones.Select(_ => new List<StoredRow>()).ToArray();
        for (var id = rows; id > 0; id--)
        {
            var subject = subjects == rows ? id - 1 : random.Next(subjects);
            rowsOfZone[random.Next(Zones.Count)].Add(new StoredRow(new NotificationId((UInt128)id), subject, random.Next(1, 4), Time(random), random.Next(2) == 0 ? StoredRow.Unread : Time(random)));
        }

        _parts = [.. rowsOfZone.Select((stored, zone) =>
            new ZonePart(Connection, Zones[zone], ZoneRows.Empty.WithPage(stored, fromNewest: true, toOldest: true), ZoneState.Waiting)
                .With(new ZoneMarks(RowMarks.Empty, RowMarks.Of(stored.Where((_, row) => row % 10 == 0).Select(row => row.Id)))))];
        Snapshot = Fresh();
    }

    public static IReadOnlyList<Zone> Zones { get; } = [.. new[] { "eu1", "eu2", "us1", "us2" }.Select((name, number) => new Zone(number, $"{name}.make.com", name))];

    public static Connection Connection { get; } = new()
    {
        Id = Guid.NewGuid(),
        Owner = "t.o",
        Environment = "E",
        Name = "E",
        AccountId = 1,
        AccountName = "",
        AccountEmail = "",
        Scopes = [],
        Zones = Zones,
        ConnectedAt = default,
    };

    /// <summary>Always the same one, with what was worked out over it.</summary>
    public InboxSnapshot Snapshot { get; }

    /// <summary>A subject as the zones send them.</summary>
    public static string Subject(int number) => (number % 3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"Encountered error in Scenario {number} scenario"),
        1 => string.Create(CultureInfo.InvariantCulture, $"Connection to service {number} broke: timeout after 40 seconds"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Organization {number} is close to its operations limit"),
    };

    /// <summary>A moment of the last 60 days, UTC milliseconds since 1970.</summary>
    public static long Time(Random random) => Now.ToUnixTimeMilliseconds() - random.NextInt64(60 * MillisecondsOfDay);

    /// <summary>The same rows, over which nothing was worked out yet.</summary>
    public InboxSnapshot Fresh() => new(_parts, _subjects);

    /// <summary>The same rows, of whose subjects nothing is known but the words.</summary>
    public InboxSnapshot FreshSubjects() => new(_parts, Table(_subjects.Known.ToArray()));

    /// <summary>The rows that a condition holds for, a bit each.</summary>
    public ulong[] Find(Condition condition, SubjectMatches memory)
    {
        var filter = CompiledFilter.Compile(condition, memory, _subjects.Known, Now, TimeZoneInfo.Utc, CancellationToken.None);
        return WantedRows.Bits(Snapshot, filter, upTo: null, CancellationToken.None);
    }

    private static SubjectTable Table(IEnumerable<string> subjects)
    {
        var table = new SubjectTable(TimeProvider.System);
        foreach (var subject in subjects)
            table.NumberOf(subject);
        return table;
    }
}
