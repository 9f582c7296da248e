using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;
using Dashboard.Web.Tests.Query;

namespace Dashboard.Web.Tests.Inbox;

public sealed class ViewTests
{
    public static TheoryData<InboxColumn, bool> Sorts { get; } =
        [.. Enum.GetValues<InboxColumn>().SelectMany(column => new[] { (column, true), (column, false) })];

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Sort_is_that_of_its_column_and_then_by_id(InboxColumn column, bool descending) => AssertSorted(new InboxSort(column, descending));

    [Fact]
    public void Sort_by_several_columns_is_decided_by_the_first_that_differs()
    {
        var random = new Random(5);
        for (var round = 0; round < 30; round++)
            AssertSorted([.. Enum.GetValues<InboxColumn>().OrderBy(_ => random.Next()).Take(random.Next(2, 5)).Select(column => new InboxSort(column, random.Next(2) == 0))]);
    }

    private static void AssertSorted(params InboxSort[] sorts)
    {
        // Nothing is left to decide behind the id.
        var deciding = sorts.TakeWhile(sort => sort.Column != InboxColumn.Id).Concat(sorts.Where(sort => sort.Column == InboxColumn.Id)).ToArray();
        for (var seed = 0; seed < 40; seed++)
        {
            var snapshot = Snapshots.Random(new Random(seed), connections: 1 + seed % 3);
            var view = snapshot.View(new InboxQuery { Sorts = [.. sorts] });
            var sorted = view.Rows();

            // LINQ's own sorts are stable: from the last column to the first. Rows of one id that came by several connections turn round with the ids.
            var expected = Snapshots.AllOf(snapshot).OrderByDescending(row => row.Key.Id).ToArray();
            if (deciding is [.., { Column: InboxColumn.Id, Descending: false }])
                Array.Reverse(expected);
            foreach (var sort in deciding.Reverse().Where(sort => sort.Column != InboxColumn.Id))
                expected = [.. sort.Descending ? expected.OrderByDescending(row => Key(snapshot, row, sort.Column)) : expected.OrderBy(row => Key(snapshot, row, sort.Column))];
            Assert.Equal(expected, sorted);
            Assert.All(sorted.Index(), row => Assert.Equal(row.Index, view.PositionOf(row.Item.Key)));
            var unread = snapshot.View(new InboxQuery { Sorts = [.. sorts], Where = new Condition.Unread(true) });
            Assert.All(sorted, row => Assert.Equal(Array.IndexOf(unread.Rows(), row), unread.PositionOf(row.Key)));
        }
    }

    private static IComparable Key(InboxSnapshot snapshot, InboxRow row, InboxColumn column) => column switch
    {
        InboxColumn.Read => row.Read?.ToUnixTimeMilliseconds() ?? long.MinValue,
        InboxColumn.Subject => new Alphabetical(row.Subject),
        InboxColumn.Zone => snapshot.Parts.First(part => part.Zone.Domain == row.Key.Zone).Zone.Name,
        InboxColumn.Type => row.Type,
        InboxColumn.Created => row.Created,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    [Theory]
    [InlineData("is:unread")]
    [InlineData("is:read zone:two.example")]
    [InlineData("is:done")]
    [InlineData("is:unread is:open OR -is:open type:1")]
    [InlineData("zone:\"zone w\" OR zone:one")]
    [InlineData("-zone:two")]
    [InlineData("scenario:\"daily report\"")]
    [InlineData("type:1 -is:unread")]
    [InlineData("type:-1 OR (rate limit)")]
    [InlineData("/^(z|a)/ -rate")]
    [InlineData("id:8")]
    [InlineData("created:0001-01-01 is:read")]
    [InlineData("created:>1969-12-31 OR age:<2h OR type:0")]
    [InlineData("age:>1w")]
    [InlineData("-(is:unread OR type:2) e")]
    public void View_holds_the_rows_that_a_reader_would_pick(string text)
    {
        var found = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var (snapshot, query) = (Snapshots.Random(new Random(seed), connections: 1 + seed % 2), InboxQuery.Parse(text, "-id", null, out var problem));
            Assert.Null(problem);

            var rows = snapshot.View(query).Rows();

            var zones = snapshot.Parts.Select(part => part.Zone).DistinctBy(zone => zone.Domain).ToDictionary(zone => zone.Domain);
            Assert.Equal(Snapshots.AllOf(snapshot).OrderByDescending(row => row.Key.Id).Where(row => PlainReading.Holds(query.Where, row, zones[row.Key.Zone], DateTimeOffset.UnixEpoch)), rows);
            Assert.All(rows, row => Assert.True(query.Admits(snapshot.PartOf(row.Key)!)));
            found += rows.Length;
        }

        Assert.True(found > 0);
    }

    [Theory]
    [InlineData("zone:two", "two")]
    [InlineData("zone:TWO.example is:unread", "two")]
    [InlineData("-zone:two", "one three")]
    [InlineData("zone:two OR zone:one", "two one")]
    [InlineData("zone:two OR is:unread", "one two three")]
    [InlineData("-(zone:two OR zone:one)", "three")]
    [InlineData("zone:two zone:one", "")]
    [InlineData("", "one two three")]
    public void Zones_in_view_are_those_that_can_hold_wanted_rows(string text, string zones)
    {
        var snapshot = Snapshots.Random(new Random(1));

        var admitted = snapshot.Parts.Where(InboxQuery.Parse(text, null, null, out _).Admits).Select(part => part.Zone.Domain.Split('.')[0]);

        Assert.Equal(zones.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), admitted.Order());
    }

    [Fact]
    public void View_holds_the_rows_that_its_query_wants()
    {
        var snapshot = Snapshots.Random(new Random(7));
        var all = Snapshots.AllOf(snapshot).OrderByDescending(row => row.Key.Id).ToArray();
        var byId = new InboxQuery { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] };

        Assert.Equal(all.Where(row => row.IsUnread), snapshot.View(byId.WithUnread(true)).Rows());
        Assert.Equal(all.Where(row => !row.IsUnread), snapshot.View(byId.WithUnread(false)).Rows());
        Assert.Equal(all.Where(row => row.Key.Zone == "two.example"), snapshot.View(byId.WithZone("TWO.example")).Rows());
        Assert.Equal(0, snapshot.View(byId.WithZone("four.example")).Count);
    }

    [Fact]
    public void Watermark_holds_back_what_arrived_later_and_counts_it()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var (connection, earlier) = (Guid.NewGuid(), new ulong[] { 9, 10, 100 });
        var mark = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, earlier))).Watermark;
        var now = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Snapshots.Rows(subjects, [.. earlier, 5, 101, 102])), Snapshots.Part(connection, "two.example", Snapshots.Rows(subjects, 7)));

        var held = now.View(new InboxQuery { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] }, mark).Rows();

        // A zone that had no rows at the mark, and older rows that came in since, are not held back.
        Assert.Equal(["100", "10", "9", "7", "5"], held.Select(row => row.Key.Id.ToString()));
        Assert.Equal(2, now.CountAfter(mark, new InboxQuery()));
        Assert.Equal(0, now.CountAfter(now.Watermark, new InboxQuery()));
    }

    [Fact]
    public void Subject_that_differs_in_case_stands_beside_its_like()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        foreach (var subject in new[] { "beta", "Alpha", "alpha", "Beta", "ALPHA" })
            subjects.NumberOf(subject);

        Assert.Equal([4, 1, 2, 3, 0], subjects.Ranks(CancellationToken.None));
        Assert.Equal(2, subjects.NumberOf("alpha"));
    }

    [Fact]
    public void Subjects_that_come_later_take_their_place_in_the_alphabet()
    {
        var (random, subjects, known) = (new Random(3), new SubjectTable(TimeProvider.System), new List<string>());
        for (var round = 0; round < 50; round++)
        {
            for (var i = random.Next(20); i >= 0; i--)
            {
                var subject = $"{(char)('A' + random.Next(58))}{random.Next(40)}";
                if (subjects.NumberOf(subject) == known.Count)
                    known.Add(subject);
            }

            var ranks = subjects.Ranks(CancellationToken.None);
            Assert.Equal(known.Order(StringComparer.Ordinal).OrderBy(text => text, StringComparer.OrdinalIgnoreCase), known.OrderBy(text => ranks[known.IndexOf(text)]));
        }
    }

    private sealed record Alphabetical(string Text) : IComparable
    {
        public int CompareTo(object? obj) => obj is Alphabetical { Text: var other }
            ? string.Compare(Text, other, StringComparison.OrdinalIgnoreCase) is not 0 and var unlike ? unlike : string.CompareOrdinal(Text, other)
            : 1;
    }
}
