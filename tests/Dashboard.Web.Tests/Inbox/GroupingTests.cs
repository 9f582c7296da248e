using System.Globalization;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Inbox;

public sealed class GroupingTests
{
    public static TheoryData<InboxGrouping> Groupings { get; } = [.. Enum.GetValues<InboxGrouping>()];

    [Theory]
    [MemberData(nameof(Groupings))]
    public void Groups_are_those_that_a_reader_would_make(InboxGrouping grouping)
    {
        var (random, found) = (new Random(17), 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var snapshot = Snapshots.Random(new Random(seed), connections: 1 + seed % 3, () => DateTimeOffset.UnixEpoch.AddHours(random.Next(96)));
            var query = RandomOrder(random) with { Where = random.Next(3) == 0 ? new Condition.Unread(true) : Condition.Everything };
            var flat = snapshot.View(query).Rows();

            var view = snapshot.View(query.WithGroup(grouping));

            // LINQ's groups stand in the order of their first members, too.
            var expected = flat.GroupBy(row => KeyOf(row, grouping)).ToArray();
            Assert.Equal(expected.SelectMany(group => group), view.Rows());
            var groups = Assert.IsAssignableFrom<IInboxGroups>(view.Groups);
            Assert.Equal(expected.Select(group => group.Key), groups.All().Select(group => group.Key));
            Assert.Equal(
                expected.Select(group => (group.Count(), group.Count(row => row.IsUnread), group.Min(row => row.Created), group.Max(row => row.Created))),
                groups.All().Select(group => (group.Count, group.Unread, group.FirstSeen, group.LastSeen)));
            Assert.Equal(expected.Select(group => Array.IndexOf(view.Rows(), group.First())), groups.All().Select(group => group.First));
            found += groups.Count;
        }

        Assert.True(found > 60);
    }

    [Theory]
    [MemberData(nameof(Groupings))]
    public void Rows_and_groups_are_found_again_by_their_keys(InboxGrouping grouping)
    {
        var random = new Random(18);
        for (var seed = 0; seed < 60; seed++)
        {
            var snapshot = Snapshots.Random(new Random(seed), connections: 1 + seed % 3, () => DateTimeOffset.UnixEpoch.AddHours(random.Next(96)));
            var query = RandomOrder(random).WithGroup(grouping);
            var (all, unread) = (snapshot.View(query), snapshot.View(query.WithUnread(true)));

            Assert.All(all.Rows().Index(), row => Assert.Equal(row.Index, all.PositionOf(row.Item.Key)));
            Assert.All(all.Rows(), row => Assert.Equal(Array.IndexOf(unread.Rows(), row), unread.PositionOf(row.Key)));
            Assert.All(all.Rows().Index(), row => Assert.Equal(KeyOf(row.Item, grouping), all.Groups![all.Groups.IndexAt(row.Index)].Key));
            Assert.All(all.Groups!.All().Index(), group => Assert.Equal(group.Index, all.Groups!.IndexOf(group.Item.Key)));
            var unreadKeys = unread.Groups!.All().Select(group => group.Key).ToList();
            Assert.All(all.Groups!.All(), group => Assert.Equal(unreadKeys.IndexOf(group.Key), unread.Groups!.IndexOf(group.Key)));
        }
    }

    [Fact]
    public void Group_that_no_row_can_be_of_has_no_number()
    {
        var groups = Snapshots.Random(new Random(1)).View(new InboxQuery().WithGroup(InboxGrouping.Failure)).Groups!;
        var key = groups[0].Key;

        Assert.Equal(0, groups.IndexOf(key));
        Assert.Equal(0, groups.IndexOf(key with { Zone = key.Zone!.ToUpperInvariant() }));
        Assert.Equal(-1, groups.IndexOf(key with { Zone = "four.example" }));
        Assert.Equal(-1, groups.IndexOf(key with { Type = 77 }));
        Assert.Equal(-1, groups.IndexOf(key with { Name = "nowhere seen" }));
        Assert.Equal(-1, groups.IndexOf(key with { Name = null }));
        Assert.Equal(-1, groups.IndexOf(key with { Grouping = InboxGrouping.Zone }));
        Assert.Equal(-1, groups.IndexOf(default));
    }

    [Fact]
    public void Group_is_called_what_its_rows_share()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var created = new DateTimeOffset(2026, 11, 20, 23, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        StoredRow Row(ulong id, string subject, long at) => new(new(id), subjects.NumberOf(subject), 7, at, StoredRow.Unread);
        var snapshot = Snapshots.Of(subjects, Snapshots.Part(Guid.NewGuid(), "one.example", [Row(2, "Encountered error in Daily report scenario", created), Row(1, "", DateTimeOffset.MinValue.ToUnixTimeMilliseconds())]));

        string[] Titles(InboxGrouping grouping) => [.. snapshot.View(new InboxQuery().WithGroup(grouping), null, DateTimeOffset.UnixEpoch, TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague"), CancellationToken.None).Groups!.All().Select(group => group.Title)];

        Assert.Equal(["Encountered error in Daily report scenario", "No subject"], Titles(InboxGrouping.Failure));
        Assert.Equal(["Daily report", "No scenario named"], Titles(InboxGrouping.Scenario));
        Assert.Equal(["Zone n"], Titles(InboxGrouping.Zone));
        Assert.Equal(["Type 7"], Titles(InboxGrouping.Type));
        Assert.Equal(["Saturday, 21 November 2026", "No date"], Titles(InboxGrouping.Day));
    }

    [Theory]
    [InlineData("Europe/Prague")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Apia")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Havana")]
    public void Day_of_a_moment_is_the_one_that_a_query_for_it_finds(string zone)
    {
        var (random, timeZone) = (new Random(4), TimeZoneInfo.FindSystemTimeZoneById(zone));
        var days = new ReaderDays(timeZone);
        var from = new DateTimeOffset(2011, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        for (var round = 0; round < 20_000; round++)
        {
            var moment = from + (random.NextInt64(2 * 365 * 24 * 4) * 900_000) + random.Next(-1, 2);

            var day = new QueryDate(days.Of(moment));

            Assert.InRange(moment, day.Start(timeZone), day.End(timeZone) - 1);
        }
    }

    private static InboxQuery RandomOrder(Random random) => new()
    {
        Sorts = [.. Enum.GetValues<InboxColumn>().OrderBy(_ => random.Next()).Take(random.Next(3)).Select(column => new InboxSort(column, random.Next(2) == 0))],
    };

    private static GroupKey KeyOf(InboxRow row, InboxGrouping grouping) => grouping switch
    {
        InboxGrouping.Failure => new GroupKey(grouping, row.Key.Zone, row.Type, row.Subject),
        InboxGrouping.Scenario => new GroupKey(grouping, null, null, ScenarioSubject.NameIn(row.Subject).ToString()),
        InboxGrouping.Zone => new GroupKey(grouping, row.Key.Zone, null, null),
        InboxGrouping.Type => new GroupKey(grouping, null, row.Type, null),
        _ => new GroupKey(grouping, null, null, row.Created.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };
}
