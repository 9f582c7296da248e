using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Inbox;
using static Dashboard.Web.Tests.Grid.ListedView;

namespace Dashboard.Web.Tests.Grid;

public sealed class NotificationSelectionTests
{
    private readonly NotificationSelection _selection = new();
    private readonly ListedView _view = new(Enumerable.Range(0, 10));

    public NotificationSelectionTests() => _selection.Follow(_view);

    [Fact]
    public void Toggle_marks_then_unmarks()
    {
        _selection.Toggle(Line(3));
        Assert.True(_selection.Contains(Key(3)));
        Assert.Equal(1, _selection.Count);

        _selection.Toggle(Line(3));
        Assert.False(_selection.Contains(Key(3)));
        Assert.Equal(0, _selection.Count);
    }

    [Theory]
    [InlineData(2, 5, new[] { 2, 3, 4, 5 })]
    [InlineData(5, 2, new[] { 2, 3, 4, 5 })]
    [InlineData(4, 4, new[] { 4 })]
    public void Range_holds_both_ends_in_either_direction(int from, int to, int[] expected)
    {
        _selection.StartRange(Line(from));
        _selection.ExtendTo(Line(to));

        Holds(expected);
    }

    [Fact]
    public void Range_drawn_back_lets_go_of_the_rows_it_left()
    {
        _selection.StartRange(Line(5));
        _selection.ExtendTo(Line(9));
        _selection.ExtendTo(Line(6));
        Holds(5, 6);

        _selection.ExtendTo(Line(3));
        Holds(3, 4, 5);
    }

    [Fact]
    public void Range_from_a_new_anchor_keeps_the_earlier_range()
    {
        _selection.StartRange(Line(0));
        _selection.ExtendTo(Line(2));
        _selection.StartRange(Line(2));
        _selection.ExtendTo(Line(4));

        Holds(0, 1, 2, 3, 4);
    }

    [Fact]
    public void Range_starts_at_the_row_toggled_last()
    {
        _selection.Toggle(Line(7));
        _selection.ExtendTo(Line(9));

        Holds(7, 8, 9);
    }

    [Fact]
    public void Range_over_rows_marked_one_by_one_counts_them_once()
    {
        _selection.Toggle(Line(4));
        _selection.Toggle(Line(2));
        _selection.ExtendTo(Line(5));

        Holds(2, 3, 4, 5);
    }

    [Fact]
    public void Range_whose_anchor_left_the_view_starts_at_its_end()
    {
        _selection.Toggle(Line(3));
        var without = new ListedView(0, 1, 2, 4, 5);

        _selection.Follow(without);
        _selection.ExtendTo(Line(5));

        Assert.Equal(Line(5), _selection.Anchor);
        Holds(3, 5);
    }

    [Fact]
    public void Range_keeps_its_rows_when_the_order_turns_round()
    {
        _selection.StartRange(Line(1));
        _selection.ExtendTo(Line(3));
        var turned = new ListedView(Enumerable.Range(0, 10).Reverse());

        _selection.Follow(turned);
        Assert.Equal(SelectionExtent.Some, _selection.Extent);
        Holds(1, 2, 3);

        _selection.ExtendTo(Line(0));
        Holds(0, 1, 2, 3);
    }

    [Fact]
    public void Row_unmarked_inside_a_range_stays_unmarked_when_another_range_is_drawn()
    {
        _selection.StartRange(Line(0));
        _selection.ExtendTo(Line(3));
        _selection.Toggle(Line(1));
        _selection.StartRange(Line(6));
        _selection.ExtendTo(Line(7));

        Holds(0, 2, 3, 6, 7);
    }

    [Fact]
    public void All_holds_the_rows_of_that_moment_only()
    {
        _selection.AddAll();
        var grown = new ListedView(Enumerable.Range(0, 12));

        Assert.Equal(SelectionExtent.All, _selection.Extent);

        _selection.Follow(grown);
        Assert.Equal(10, _selection.Count);
        Assert.False(_selection.Contains(Key(11)));
        Assert.Equal(SelectionExtent.Some, _selection.Extent);
    }

    [Fact]
    public void All_but_one_can_be_unmarked_and_marked_again()
    {
        _selection.AddAll();
        _selection.Toggle(Line(4));
        Assert.Equal(SelectionExtent.Some, _selection.Extent);
        Holds(0, 1, 2, 3, 5, 6, 7, 8, 9);

        _selection.Toggle(Line(4));
        Assert.Equal(SelectionExtent.All, _selection.Extent);
        Assert.Equal(10, _selection.Count);
    }

    [Fact]
    public void All_marked_one_by_one_is_all()
    {
        foreach (var id in Enumerable.Range(0, 10)) _selection.Toggle(Line(id));

        Assert.Equal(SelectionExtent.All, _selection.Extent);
    }

    [Fact]
    public void All_of_an_empty_view_is_nothing()
    {
        _selection.Follow(new ListedView());
        _selection.AddAll();

        Assert.Equal(0, _selection.Count);
        Assert.Equal(SelectionExtent.None, _selection.Extent);
    }

    [Fact]
    public void Clear_leaves_nothing_and_no_anchor()
    {
        _selection.AddAll();
        _selection.Toggle(Line(1));
        _selection.Clear();

        Assert.Null(_selection.Anchor);
        Holds();
    }

    [Fact]
    public void Deleted_rows_leave_the_selection_and_the_anchor()
    {
        _selection.AddAll();
        _selection.Toggle(Line(0));
        _selection.Remove([Key(0), Key(1)]);

        Assert.Null(_selection.Anchor);
        Holds(2, 3, 4, 5, 6, 7, 8, 9);
    }

    [Fact]
    public void Rows_that_leave_the_view_stay_marked_and_are_told_apart()
    {
        _selection.StartRange(Line(2));
        _selection.ExtendTo(Line(5));
        _selection.Follow(new ListedView(9, 5, 3));

        Assert.Equal([Key(2), Key(4)], _selection.Rows.Outside.OrderBy(key => key.Id.Value));
        Assert.Equal(SelectionExtent.Some, _selection.Extent);
        Holds(2, 3, 4, 5);

        _selection.Follow(_view);
        Assert.Empty(_selection.Rows.Outside);
        Holds(2, 3, 4, 5);
    }

    [Fact]
    public void Rows_that_left_the_view_are_dropped_only_when_asked()
    {
        _selection.AddAll();
        _selection.Follow(new ListedView(9, 5, 3));
        _selection.AddAll();
        Holds(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

        _selection.DropOutside();
        Holds(3, 5, 9);
    }

    [Fact]
    public void Rows_that_no_longer_exist_leave_the_selection_with_a_newer_view()
    {
        _selection.AddAll();
        var before = _selection.Rows;

        Assert.True(_selection.Replace(before, before.In(new ListedView(3, 5), key => key == Key(7), CancellationToken.None)));

        Holds(3, 5, 7);
    }

    [Fact]
    public void Newer_view_worked_out_for_an_older_selection_is_not_taken()
    {
        var before = _selection.Rows;
        var later = before.In(new ListedView(3, 5), _ => true, CancellationToken.None);
        _selection.Toggle(Line(1));

        Assert.False(_selection.Replace(before, later));

        Holds(1);
    }

    [Fact]
    public void First_step_marks_what_is_on_screen_and_says_so_until_something_else_is_marked()
    {
        _selection.AddScreen(2, 3);
        Assert.True(_selection.IsScreen);
        Holds(2, 3, 4);

        _selection.Toggle(Line(3));
        Assert.False(_selection.IsScreen);
        _selection.AddScreen(2, 3);
        Assert.False(_selection.IsScreen);
        Holds(2, 3, 4);
    }

    [Fact]
    public void Group_is_marked_as_one_and_a_range_takes_whole_groups()
    {
        var view = Snapshots.Random(new Random(7)).View(new InboxQuery().WithGroup(InboxGrouping.Zone));
        var groups = view.Groups!.All();
        _selection.Follow(view);

        _selection.Toggle(new LineKey(groups[1].Key));
        Assert.Equal(view.Rows().Skip(groups[1].First).Take(groups[1].Count).Select(row => row.Key), _selection.Keys);
        Assert.Equal(SelectionExtent.All, _selection.ExtentOf(groups[1].First, groups[1].Count));
        Assert.Equal(SelectionExtent.None, _selection.ExtentOf(groups[0].First, groups[0].Count));

        _selection.Toggle(new LineKey(view[groups[1].First].Key));
        Assert.Equal(SelectionExtent.Some, _selection.ExtentOf(groups[1].First, groups[1].Count));

        _selection.StartRange(new LineKey(groups[1].Key));
        _selection.ExtendTo(new LineKey(groups[0].Key));
        Assert.Equal(groups[0].Count + groups[1].Count, _selection.Count);

        _selection.Toggle(new LineKey(groups[0].Key));
        Assert.Equal(groups[1].Count, _selection.Count);
    }

    [Fact]
    public void All_of_a_million_rows_is_marked_without_touching_them()
    {
        _selection.Follow(new ListedView(Enumerable.Range(0, 1_000_000)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        _selection.AddAll();
        _selection.Toggle(Line(999_999));
        var extent = _selection.Extent;
        var count = _selection.Count;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
        Assert.Equal(SelectionExtent.Some, extent);
        Assert.Equal(999_999, count);
    }

    private static LineKey Line(int id) => new(Key(id));

    private void Holds(params int[] ids)
    {
        Assert.Equal(ids, _selection.Keys.Select(key => (int)key.Id.Value).Order());
        Assert.Equal(ids.Length, _selection.Count);
        Assert.All(Enumerable.Range(0, 10), id => Assert.Equal(ids.Contains(id), _selection.Contains(Key(id))));
    }
}
