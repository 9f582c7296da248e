using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Inbox;

namespace Dashboard.Web.Tests.Grid;

public sealed class LineChangeTests
{
    private static readonly GridLines Before = Lines(10, 11, 12, 13, 14);
    private static readonly InboxSnapshot Snapshot = Snapshots.Random(new Random(7));

    [Theory]
    [InlineData(new[] { 9, 10, 11, 12, 13, 14 }, 2, 3)]
    [InlineData(new[] { 14, 13, 12, 11, 10 }, 0, 4)]
    public void Row_that_survives_is_found_where_it_went(int[] after, int line, int expected) =>
        Assert.Equal(expected, new LineChange(Before, Lines(after)).Follow(line));

    [Fact]
    public void Row_that_is_gone_gives_way_to_the_next_one() =>
        Assert.Equal(1, new LineChange(Before, Lines(10, 13, 14)).Follow(1));

    [Fact]
    public void Last_rows_that_are_gone_give_way_to_the_one_before() =>
        Assert.Equal(2, new LineChange(Before, Lines(10, 11, 12)).Follow(4));

    [Fact]
    public void Row_before_is_preferred_to_strangers_at_the_same_place() =>
        Assert.Equal(2, new LineChange(Before, Lines(10, 11, 12, 30, 31)).Follow(4));

    [Fact]
    public void Lines_with_none_of_the_rows_keep_the_place_within_their_bounds()
    {
        Assert.Equal(1, new LineChange(Before, Lines(1, 2, 3)).Follow(1));
        Assert.Equal(2, new LineChange(Before, Lines(1, 2, 3)).Follow(4));
    }

    [Fact]
    public void Nothing_has_no_place() => Assert.Equal(-1, new LineChange(Before, Lines()).Follow(2));

    [Fact]
    public void Lines_that_were_none_lead_to_the_first_row() =>
        Assert.Equal(0, new LineChange(Lines(), Before).Follow(0));

    [Fact]
    public void Row_whose_group_is_closed_gives_way_to_the_head_of_its_group()
    {
        var (view, keys) = Grouped();
        var open = new GridLines(view, keys.ToHashSet());
        var lastRowOfFirstGroup = view.Groups![0].Count;

        Assert.Equal(0, new LineChange(open, new GridLines(view, new HashSet<GroupKey>())).Follow(lastRowOfFirstGroup));
    }

    [Fact]
    public void Row_is_found_below_the_head_of_its_open_group()
    {
        var (view, keys) = Grouped();
        var ungrouped = new GridLines(Plain(), new HashSet<GroupKey>());

        Assert.All(Enumerable.Range(0, ungrouped.Count), line =>
        {
            var grouped = new GridLines(view, keys.ToHashSet());
            Assert.Equal(ungrouped[line].Key, grouped[new LineChange(ungrouped, grouped).Follow(line)].Key);
        });
    }

    [Fact]
    public void Head_of_a_group_gives_way_to_its_first_row_where_grouping_ends()
    {
        var (view, _) = Grouped();
        var (heads, rows) = (new GridLines(view, new HashSet<GroupKey>()), new GridLines(Plain(), new HashSet<GroupKey>()));

        Assert.All(Enumerable.Range(0, heads.Count), head => Assert.Equal(heads.RowAt(head), rows[new LineChange(heads, rows).Follow(head)].Row!.Value.Key));
    }

    private static GridLines Lines(params int[] ids) => new(new ListedView(ids), new HashSet<GroupKey>());

    private static (IInboxView View, GroupKey[] Keys) Grouped()
    {
        var view = Snapshot.View(new InboxQuery().WithGroup(InboxGrouping.Zone));
        return (view, [.. view.Groups!.All().Select(group => group.Key)]);
    }

    private static IInboxView Plain() => Snapshot.View(new InboxQuery());
}
