using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Overview;
using Dashboard.Web.Tests.Query;

namespace Dashboard.Web.Tests.Inbox;

public sealed class MarkedSnapshotTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(3);

    [Theory]
    [InlineData("")]
    [InlineData("is:done")]
    [InlineData("is:open")]
    [InlineData("-is:done is:unread")]
    [InlineData("is:done OR type:1 -is:open zone:two")]
    [InlineData("-(is:open OR id:8) OR created:<1970-01-02")]
    public void Marked_rows_are_what_plain_reading_leaves(string text)
    {
        var (random, query) = (new Random(23), InboxQuery.Parse(text, "-id", null, out _));
        for (var seed = 0; seed < 40; seed++)
        {
            var snapshot = Snapshots.Marked(Snapshots.Random(new Random(seed), connections: 1 + seed % 2, () => DateTimeOffset.UnixEpoch.AddHours(random.Next(72))), _ => ZoneMarks.None);
            var told = Snapshots.AllOf(snapshot);
            var mark = snapshot.Watermark;
            for (var change = 0; change < 4; change++)
            {
                // Ids of other zones and connections are among them: they have no row here.
                var marks = snapshot.Parts.ToDictionary(part => (part.Connection.Id, part.Zone.Domain), _ => new ZoneMarks(Some(random, told), Some(random, told)));
                snapshot = Snapshots.Marked(snapshot, part => marks[(part.Connection.Id, part.Zone.Domain)]);

                var left = told.Where(row => !marks[(row.Key.ConnectionId, row.Key.Zone)].Leaving.Contains(row.Key.Id))
                    .Select(row => row with { IsDone = marks[(row.Key.ConnectionId, row.Key.Zone)].Done.Contains(row.Key.Id) }).ToArray();
                var wanted = left.Where(row => PlainReading.Holds(query.Where, row, snapshot.PartOf(row.Key)!.Zone, Now)).OrderByDescending(row => row.Key.Id).ToArray();
                AssertHolds(snapshot, left, told);
                AssertAnswers(snapshot, query, wanted);
                Assert.Equal(snapshot.Watermark, mark);
                Assert.Equal(0, snapshot.CountAfter(mark, query));
            }
        }
    }

    [Fact]
    public void Row_that_comes_back_did_not_arrive_later()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var told = Snapshots.Part(Guid.NewGuid(), "one.example", Snapshots.Rows(subjects, 1, 2, 3));
        var leaving = told.With(new ZoneMarks(RowMarks.Of([new(3), new(2), new(1)]), RowMarks.Empty));
        var mark = Snapshots.Of(subjects, leaving).Watermark;

        var back = Snapshots.Of(subjects, leaving.With(ZoneMarks.None));

        Assert.Equal(0, back.CountAfter(mark, new InboxQuery()));
        Assert.Equal(3, back.View(new InboxQuery(), mark).Count);
    }

    [Fact]
    public void Leaving_row_that_arrived_later_is_not_counted()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var connection = Guid.NewGuid();
        var mark = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, 1))).Watermark;

        var now = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, 1, 2, 3)).With(new ZoneMarks(RowMarks.Of([new(3)]), RowMarks.Empty)));

        Assert.Equal(1, now.CountAfter(mark, new InboxQuery()));
    }

    [Fact]
    public void Chunks_that_no_change_touches_are_shared()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var told = Large(subjects, 20_000);
        var first = told.With(Marks(leaving: 100, done: 9_000));

        var moreMarks = first.With(Marks(leaving: 100, done: 19_000), before: first);
        var newRow = Large(subjects, 20_001, told).With(Marks(leaving: 100, done: 9_000), before: first);
        var unmarked = first.With(ZoneMarks.None, before: first);

        Assert.Equal(told.Rows.Chunks.Index().Where(chunk => chunk.Item.IndexOf(new(100)) < 0 && chunk.Item.IndexOf(new(9_000)) < 0).Select(chunk => chunk.Item), Shared(first, told));
        Assert.Equal(told.Rows.Chunks.Count - 2, Shared(moreMarks, first).Count());
        Assert.True(Shared(newRow, first).Count() >= told.Rows.Chunks.Count - 1);
        Assert.Same(told.Rows, unmarked.Rows);
        Assert.Same(first.Rows, first.With(Marks(leaving: 100, done: 9_000), before: first).Rows);
    }

    private static void AssertHolds(InboxSnapshot snapshot, InboxRow[] left, InboxRow[] told)
    {
        Assert.Equal(left.Length, snapshot.Count);
        Assert.Equal(left, Snapshots.AllOf(snapshot));
        Assert.Equal(left.Select(row => row.Key).ToHashSet(), told.Select(row => row.Key).Where(key => snapshot.Find(key) is not null).ToHashSet());
        Assert.Equal(
            left.Where(row => row.Key.Zone == "two.example").OrderBy(row => row.ToString()),
            snapshot.CreatedBetween("TWO.example", DateTimeOffset.UnixEpoch, Now).OrderBy(row => row.ToString()));
        Assert.Equal(
            left.CountBy(row => $"{row.Type}").OrderBy(type => type.Key),
            SnapshotVocabulary.Of(snapshot, default).Types.Select(type => KeyValuePair.Create(type.Value, type.Count)).OrderBy(type => type.Key));
    }

    private static void AssertAnswers(InboxSnapshot snapshot, InboxQuery query, InboxRow[] wanted)
    {
        var view = snapshot.View(query, null, Now, TimeZoneInfo.Utc, CancellationToken.None);
        Assert.Equal(wanted.Select(row => row.ToString()).Order(), view.Rows().Select(row => row.ToString()).Order());
        Assert.Equal(view.Rows().Select(row => row.Key.Id).OrderDescending(), view.Rows().Select(row => row.Key.Id));
        Assert.All(view.Rows().Index(), row => Assert.Equal(row.Index, view.PositionOf(row.Item.Key)));
        var count = snapshot.CountOf(query, Now, TimeZoneInfo.Utc, CancellationToken.None);
        Assert.Equal((wanted.Length, wanted.Count(row => row.IsUnread)), (count.Rows, count.Unread));
        var groups = snapshot.View(query.WithGroup(InboxGrouping.Failure), null, Now, TimeZoneInfo.Utc, CancellationToken.None).Groups!.All();
        Assert.Equal(
            wanted.GroupBy(row => (row.Key.Zone, row.Type, row.Subject)).Select(group => (group.Key, group.Count(), group.Count(row => row.IsUnread))).Order(),
            groups.Select(group => ((group.Zone!, group.Type!.Value, group.Key.Name!), group.Count, group.Unread)).Order());
        var overview = snapshot.Overview(query, OverviewBy.Zone, OverviewSpan.Fortnight, Now, TimeZoneInfo.Utc, CancellationToken.None);
        Assert.Equal(wanted.Length, overview.Series.Sum(series => series.Count));
        Assert.Equal(wanted.Count(row => row.IsUnread), overview.Zones.Sum(zone => zone.Unread));
    }

    private static RowMarks Some(Random random, InboxRow[] rows)
    {
        var often = random.Next(1, 5);
        return RowMarks.Of(rows.Select(row => row.Key.Id).Where(_ => random.Next(often) == 0));
    }

    private static IEnumerable<RowChunk> Shared(ZonePart part, ZonePart other) => part.Rows.Chunks.Where(other.Rows.Chunks.Contains);

    private static ZoneMarks Marks(ulong leaving, ulong done) => new(RowMarks.Of([new(leaving)]), RowMarks.Of([new(done)]));

    /// <summary>Rows 1 to the highest, the highest ones added to those that are there.</summary>
    private static ZonePart Large(SubjectTable subjects, int highest, ZonePart? before = null)
    {
        var rows = (before?.Rows ?? ZoneRows.Empty).WithPage(
            [.. Enumerable.Range(0, before is null ? highest : 10).Select(row => new StoredRow(new((UInt128)(highest - row)), subjects.NumberOf("a"), 1, row, StoredRow.Unread))],
            fromNewest: true,
            toOldest: before is null);
        var like = before ?? Snapshots.Part(Guid.NewGuid(), "one.example", []);
        return new ZonePart(like.Connection, like.Zone, rows, like.State);
    }
}
