using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

/// <summary>Makes snapshots.</summary>
internal static class Snapshots
{
    private static readonly string[] Domains = ["one.example", "two.example", "three.example"];
    private static readonly string[] Texts = ["a", "A", "b", "Zone", "zone", "", "ä", "Encountered error in Daily report scenario", "rate limit"];

    /// <summary>Up to 60 rows in three zones, some of them leaving and some done.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="connections">How many connections see the zones: each has its own rows, some of them with ids of another's.</param>
    /// <param name="created">Gives the times of creation; without it they lie within a few milliseconds.</param>
    public static InboxSnapshot Random(Random random, int connections = 1, Func<DateTimeOffset>? created = null)
    {
        var (subjects, id) = (new SubjectTable(TimeProvider.System), (UInt128)5);
        var rows = Enumerable.Range(0, connections).SelectMany(connection => Domains.Select(domain => (Connection: connection, domain))).ToDictionary(part => part, _ => new List<StoredRow>());
        for (var i = random.Next(60); i > 0; i--)
        {
            id = id * (UInt128)random.Next(1, 4) + (UInt128)random.Next(1, 5);
            foreach (var connection in Enumerable.Range(0, connections).Where(connection => connection == i % connections || random.Next(3) == 0))
            {
                rows[(connection, Domains[random.Next(3)])].Insert(0, new StoredRow(
                    new NotificationId(id), subjects.NumberOf(Texts[random.Next(Texts.Length)]), random.Next(-1, 3), created?.Invoke().ToUnixTimeMilliseconds() ?? random.Next(4) - 62135596800000, random.Next(3) == 0 ? StoredRow.Unread : random.Next(3)));
            }
        }

        var ids = Enumerable.Range(0, connections).Select(_ => Guid.NewGuid()).ToArray();
        return Of(subjects, [.. rows.Select(part => Part(ids[part.Key.Connection], part.Key.domain, part.Value).With(new ZoneMarks(Some(), Some())))]);

        RowMarks Some() => RowMarks.Of(rows.Values.SelectMany(part => part).Select(row => row.Id).Distinct().Where(_ => random.Next(4) == 0).ToArray());
    }

    /// <summary>The snapshot that follows another where only marks are others.</summary>
    public static InboxSnapshot Marked(InboxSnapshot before, Func<ZonePart, ZoneMarks> marks)
    {
        var subjects = new SubjectTable(TimeProvider.System);
        foreach (var subject in before.Subjects)
            subjects.NumberOf(subject);
        return new InboxSnapshot([.. before.Parts.Select(part => part.With(marks(part), before: part))], subjects, before);
    }

    public static List<StoredRow> Rows(SubjectTable subjects, params ulong[] ids) =>
        [.. ids.OrderDescending().Select(id => new StoredRow(new NotificationId(id), subjects.NumberOf($"Subject {id}"), 1, (long)id, StoredRow.Unread))];

    public static InboxSnapshot Of(SubjectTable subjects, params ZonePart[] parts) => new(parts, subjects);

    public static ZonePart Part(Guid connection, string domain, List<StoredRow> rows, ZoneState? state = null) => new(
        new Connection { Id = connection, Owner = "t.o", Environment = "E", Name = "E", AccountId = 1, AccountName = "", AccountEmail = "", Scopes = [], Zones = [], ConnectedAt = default },
        // The names stand in another order than the domains.
        new Zone(1, domain, $"Zone {domain[1]}"),
        ZoneRows.Empty.WithPage(rows, fromNewest: true, toOldest: true),
        state ?? ZoneState.Waiting);

    /// <summary>Zones without rows in these states.</summary>
    public static InboxSnapshot InStates(params ZoneState[] states) =>
        Of(new SubjectTable(TimeProvider.System), [.. states.Select((state, number) => Part(Guid.NewGuid(), $"{number}.example", [], state))]);

    /// <summary>Every row, part by part.</summary>
    public static InboxRow[] AllOf(InboxSnapshot snapshot) => [.. snapshot.Parts.SelectMany(part => KeysOf(part).Select(snapshot.Find).OfType<InboxRow>())];

    /// <summary>The keys of every row, of leaving ones too.</summary>
    public static IEnumerable<NotificationKey> KeysOf(ZonePart part) => part.Rows.Chunks.SelectMany(chunk =>
        Enumerable.Range(0, chunk.Count).Select(place => new NotificationKey(part.Connection.Id, part.Zone.Domain, new NotificationId(chunk.Id(place)))));
}
