using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class InboxLinesTests
{
    [Fact]
    public void Lines_are_heads_of_groups_and_the_rows_of_open_ones()
    {
        var random = new Random(21);
        for (var seed = 0; seed < 200; seed++)
        {
            var view = Snapshots.Random(new Random(seed), connections: 1 + seed % 2).View(new InboxQuery().WithGroup((InboxGrouping)random.Next(5)));
            var (groups, rows) = (view.Groups!.All(), view.Rows());
            var open = groups.Where(_ => random.Next(2) == 0).Select(group => group.Key).ToHashSet();
            var expected = groups.SelectMany(group => rows[group.First..(group.First + group.Count)]
                .Where(_ => open.Contains(group.Key)).Select(row => new InboxLine(row)).Prepend(new InboxLine(group, open.Contains(group.Key)))).ToArray();
            open.Add(new GroupKey(InboxGrouping.Failure, "gone.example", 1, "gone"));

            var lines = new InboxLines(view, open);

            Assert.Equal(expected, All(lines));
            Assert.All(expected.Index(), line => Assert.Equal(line.Index, lines.LineOf(line.Item.Key)));
            Assert.All(rows.Index(), row => Assert.Equal(Array.FindIndex(expected, line => line.Row?.Key == row.Item.Key), lines.LineOfRow(row.Index)));
            Assert.All(rows.Index(), row => Assert.Equal(lines.LineOfRow(row.Index), lines.LineOf(new LineKey(row.Item.Key))));
            Assert.All(expected.Index(), line => Assert.Equal(
                line.Item.Group is { } group ? (group.First, group.Count) : (Array.IndexOf(rows, line.Item.Row!.Value), 1), lines.RowsOf(line.Index)));
            Assert.Equal(-1, lines.LineOf(new LineKey(new GroupKey(InboxGrouping.Failure, "gone.example", 1, "gone"))));
        }
    }

    [Fact]
    public void Lines_of_a_view_without_groups_are_its_rows()
    {
        var view = Snapshots.Random(new Random(2)).View(new InboxQuery());
        var rows = view.Rows();

        var lines = new InboxLines(view, new HashSet<GroupKey>());

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => new InboxLine(row)), All(lines));
        Assert.All(rows.Index(), row => Assert.Equal((row.Index, row.Index), (lines.LineOf(new LineKey(row.Item.Key)), lines.LineOfRow(row.Index))));
        Assert.All(rows.Index(), row => Assert.Equal((row.Index, 1), lines.RowsOf(row.Index)));
        Assert.Equal(-1, lines.LineOf(new LineKey(rows[0].Key with { Zone = "gone.example" })));
        Assert.Equal(-1, lines.LineOf(new LineKey(new GroupKey(InboxGrouping.Zone, "one.example", null, null))));
    }

    private static InboxLine[] All(InboxLines lines) => [.. Enumerable.Range(0, lines.Count).Select(line => lines[line])];
}
