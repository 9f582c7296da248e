using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Overview;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Inbox;

public sealed class OverviewTests
{
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    // The clock was put back the day before.
    private static readonly DateTimeOffset Now = new(2026, 10, 26, 9, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(OverviewBy.Zone, OverviewSpan.Day, 24)]
    [InlineData(OverviewBy.Type, OverviewSpan.Fortnight, 14)]
    [InlineData(OverviewBy.Zone, OverviewSpan.TwoMonths, 60)]
    public void Figures_are_those_that_a_reader_would_count(OverviewBy by, OverviewSpan span, int buckets)
    {
        var random = new Random(41);
        for (var seed = 0; seed < 60; seed++)
        {
            var snapshot = Snapshots.Random(new Random(seed), connections: 1 + seed % 3, () => Now.AddMinutes(-random.Next(-90, span == OverviewSpan.Day ? 1_800 : 100_000)));
            var query = new InboxQuery { Where = random.Next(2) == 0 ? new Condition.InZone("two.example") : Condition.Everything };
            var rows = snapshot.View(query).Rows();

            var overview = Overview(snapshot, query, by, span);

            Assert.Equal(buckets, overview.Buckets.Count);
            Assert.True(overview.Buckets[^1].Start <= Now && Now < overview.Buckets[^1].End);
            Assert.All(overview.Buckets.Zip(overview.Buckets.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
            Assert.All(overview.Series.Index(), series => Assert.All(overview.Buckets, bucket => Assert.Equal(
                rows.Count(row => row.Created >= bucket.Start && row.Created < bucket.End && IsOf(row, series.Item.Key!.Value)), bucket.Counts[series.Index])));
            Assert.Equal(overview.Series.Select((_, index) => overview.Buckets.Sum(bucket => bucket.Counts[index])), overview.Series.Select(series => series.Count));
            Assert.Equal(rows.Count(row => row.Created >= overview.Buckets[0].Start && row.Created < overview.Buckets[^1].End), overview.Series.Sum(series => series.Count));

            var failures = rows.GroupBy(row => new GroupKey(InboxGrouping.Failure, row.Key.Zone, row.Type, row.Subject)).ToDictionary(failure => failure.Key, failure => (failure.Count(), failure.Max(row => row.Created)));
            Assert.Equal(failures.Values.OrderDescending().Take(10), overview.Failures.Select(failure => (failure.Count, failure.LastSeen)));
            Assert.All(overview.Failures, failure => Assert.Equal(failures[failure.Key], (failure.Count, failure.LastSeen)));
            Assert.Equal(
                rows.GroupBy(row => row.Key.Zone).Select(zone => (zone.Key, zone.Count(row => row.IsUnread))).Order(),
                overview.Zones.Select(zone => (zone.Domain, zone.Unread)).Order());
        }
    }

    [Fact]
    public void Series_that_are_too_many_to_be_told_apart_are_counted_together()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        // Type 1 once, type 2 twice and so on: the rarest are the others.
        var types = Enumerable.Range(1, 60).SelectMany(type => Enumerable.Repeat(type, type)).ToArray();
        var rows = types.Select((type, index) => new StoredRow(new((UInt128)(10_000 - index)), subjects.NumberOf("a"), type, Now.ToUnixTimeMilliseconds(), StoredRow.Unread)).ToList();

        var overview = Overview(Snapshots.Of(subjects, Snapshots.Part(Guid.NewGuid(), "one.example", rows)), new InboxQuery(), OverviewBy.Type, OverviewSpan.Day);

        Assert.Equal(["Type 60", "Type 59", "Type 58", "Type 57", "Type 56", "Type 55", "Type 54", "Others"], overview.Series.Select(series => series.Title));
        Assert.Equal([60, 59, 58, 57, 56, 55, 54, types.Count(type => type < 54)], overview.Buckets[^1].Counts);
        Assert.Null(overview.Series[^1].Key);
    }

    [Fact]
    public void Made_up_types_without_end_are_counted_all_the_same()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var rows = Enumerable.Range(0, 5_000).Select(index => new StoredRow(new((UInt128)(10_000 - index)), subjects.NumberOf("a"), index, Now.ToUnixTimeMilliseconds(), StoredRow.Unread)).ToList();

        var overview = Overview(Snapshots.Of(subjects, Snapshots.Part(Guid.NewGuid(), "one.example", rows)), new InboxQuery(), OverviewBy.Type, OverviewSpan.Day);

        Assert.Equal((8, 5_000), (overview.Series.Count, overview.Buckets[^1].Counts.Sum()));
    }

    [Fact]
    public void Overview_of_nothing_has_empty_buckets()
    {
        var overview = Overview(InboxSnapshot.Empty, new InboxQuery(), OverviewBy.Zone, OverviewSpan.Fortnight);

        Assert.Equal((0, 14, 0, 0), (overview.Series.Count, overview.Buckets.Count, overview.Failures.Count, overview.Zones.Count));
    }

    [Fact]
    public void Pages_that_look_at_the_same_share_their_figures_until_the_hour_is_over()
    {
        var snapshot = Snapshots.Random(new Random(3));
        var overview = Overview(snapshot, new InboxQuery(), OverviewBy.Zone, OverviewSpan.Day);

        Assert.Same(overview, snapshot.Overview(new InboxQuery(), OverviewBy.Zone, OverviewSpan.Day, Now.AddMinutes(39), Prague, CancellationToken.None));
        Assert.NotSame(overview, snapshot.Overview(new InboxQuery(), OverviewBy.Zone, OverviewSpan.Day, Now.AddMinutes(40), Prague, CancellationToken.None));
        Assert.NotSame(overview, Overview(snapshot, new InboxQuery(), OverviewBy.Type, OverviewSpan.Day));
    }

    private static InboxOverview Overview(InboxSnapshot snapshot, InboxQuery query, OverviewBy by, OverviewSpan span) =>
        snapshot.Overview(query, by, span, Now, Prague, CancellationToken.None);

    private static bool IsOf(InboxRow row, GroupKey series) => series.Zone is { } zone ? row.Key.Zone == zone : row.Type == series.Type;
}
