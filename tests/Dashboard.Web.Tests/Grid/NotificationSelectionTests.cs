using Dashboard.Web.Components.Grid;
using static Dashboard.Web.Tests.Grid.ListedView;

namespace Dashboard.Web.Tests.Grid;

public sealed class NotificationSelectionTests
{
    private readonly NotificationSelection _selection = new();
    private readonly ListedView _view = new(Enumerable.Range(0, 10));

    [Fact]
    public void Toggle_marks_then_unmarks()
    {
        _selection.Toggle(Key(3));
        Assert.True(_selection.Contains(Key(3)));
        Assert.Equal(1, _selection.Count);

        _selection.Toggle(Key(3));
        Assert.False(_selection.Contains(Key(3)));
        Assert.Equal(0, _selection.Count);
    }

    [Theory]
    [InlineData(2, 5, new[] { 2, 3, 4, 5 })]
    [InlineData(5, 2, new[] { 2, 3, 4, 5 })]
    [InlineData(4, 4, new[] { 4 })]
    public void Range_holds_both_ends_in_either_direction(int from, int to, int[] expected)
    {
        _selection.StartRange(Key(from));
        _selection.ExtendTo(_view, Key(to));

        Holds(expected);
    }

    [Fact]
    public void Range_drawn_back_lets_go_of_the_rows_it_left()
    {
        _selection.StartRange(Key(5));
        _selection.ExtendTo(_view, Key(9));
        _selection.ExtendTo(_view, Key(6));
        Holds(5, 6);

        _selection.ExtendTo(_view, Key(3));
        Holds(3, 4, 5);
    }

    [Fact]
    public void Range_from_a_new_anchor_keeps_the_earlier_range()
    {
        _selection.StartRange(Key(0));
        _selection.ExtendTo(_view, Key(2));
        _selection.StartRange(Key(2));
        _selection.ExtendTo(_view, Key(4));

        Holds(0, 1, 2, 3, 4);
    }

    [Fact]
    public void Range_starts_at_the_row_toggled_last()
    {
        _selection.Toggle(Key(7));
        _selection.ExtendTo(_view, Key(9));

        Holds(7, 8, 9);
    }

    [Fact]
    public void Range_over_rows_marked_one_by_one_counts_them_once()
    {
        _selection.Toggle(Key(4));
        _selection.Toggle(Key(2));
        _selection.ExtendTo(_view, Key(5));

        Holds(2, 3, 4, 5);
    }

    [Fact]
    public void Range_whose_anchor_left_the_view_starts_at_its_end()
    {
        _selection.Toggle(Key(3));
        var without = new ListedView(0, 1, 2, 4, 5);

        _selection.ExtendTo(without, Key(5));

        Assert.Equal(Key(5), _selection.Anchor);
        Holds(3, 5);
    }

    [Fact]
    public void Range_keeps_its_rows_when_the_order_turns_round()
    {
        _selection.StartRange(Key(1));
        _selection.ExtendTo(_view, Key(3));
        var turned = new ListedView(Enumerable.Range(0, 10).Reverse());

        Assert.Equal(SelectionExtent.Some, _selection.ExtentIn(turned));
        Holds(1, 2, 3);

        _selection.ExtendTo(turned, Key(0));
        Holds(0, 1, 2, 3);
    }

    [Fact]
    public void Row_unmarked_inside_a_range_stays_unmarked_when_another_range_is_drawn()
    {
        _selection.StartRange(Key(0));
        _selection.ExtendTo(_view, Key(3));
        _selection.Toggle(Key(1));
        _selection.StartRange(Key(6));
        _selection.ExtendTo(_view, Key(7));

        Holds(0, 2, 3, 6, 7);
    }

    [Fact]
    public void All_holds_the_rows_of_that_moment_only()
    {
        _selection.SelectAll(_view);
        var grown = new ListedView(Enumerable.Range(0, 12));

        Assert.Equal(10, _selection.Count);
        Assert.False(_selection.Contains(Key(11)));
        Assert.Equal(SelectionExtent.All, _selection.ExtentIn(_view));
        Assert.Equal(SelectionExtent.Some, _selection.ExtentIn(grown));
    }

    [Fact]
    public void All_but_one_can_be_unmarked_and_marked_again()
    {
        _selection.SelectAll(_view);
        _selection.Toggle(Key(4));
        Assert.Equal(SelectionExtent.Some, _selection.ExtentIn(_view));
        Holds(0, 1, 2, 3, 5, 6, 7, 8, 9);

        _selection.Toggle(Key(4));
        Assert.Equal(SelectionExtent.All, _selection.ExtentIn(_view));
        Assert.Equal(10, _selection.Count);
    }

    [Fact]
    public void All_marked_one_by_one_is_all()
    {
        foreach (var id in Enumerable.Range(0, 10)) _selection.Toggle(Key(id));

        Assert.Equal(SelectionExtent.All, _selection.ExtentIn(_view));
    }

    [Fact]
    public void All_of_an_empty_view_is_nothing()
    {
        _selection.SelectAll(new ListedView());

        Assert.Equal(0, _selection.Count);
        Assert.Equal(SelectionExtent.None, _selection.ExtentIn(new ListedView()));
    }

    [Fact]
    public void Clear_leaves_nothing_and_no_anchor()
    {
        _selection.SelectAll(_view);
        _selection.Toggle(Key(1));
        _selection.Clear();

        Assert.Null(_selection.Anchor);
        Holds();
    }

    [Fact]
    public void Deleted_rows_leave_the_selection_and_the_anchor()
    {
        _selection.SelectAll(_view);
        _selection.Toggle(Key(0));
        _selection.Remove([Key(0), Key(1)]);

        Assert.Null(_selection.Anchor);
        Holds(2, 3, 4, 5, 6, 7, 8, 9);
    }

    [Fact]
    public void Retaining_drops_keys_that_no_longer_exist()
    {
        _selection.StartRange(Key(2));
        _selection.ExtendTo(_view, Key(5));
        _selection.RetainOnly(key => new ListedView(3, 5).PositionOf(key) >= 0);

        Holds(3, 5);
    }

    [Fact]
    public void All_of_a_million_rows_is_marked_without_touching_them()
    {
        var view = new ListedView(Enumerable.Range(0, 1_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        _selection.SelectAll(view);
        _selection.Toggle(Key(999_999));
        var extent = _selection.ExtentIn(view);
        var count = _selection.Count;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
        Assert.Equal(SelectionExtent.Some, extent);
        Assert.Equal(999_999, count);
    }

    private void Holds(params int[] ids)
    {
        Assert.Equal(ids, _selection.Keys.Select(key => (int)key.Id.Value).Order());
        Assert.Equal(ids.Length, _selection.Count);
        Assert.All(Enumerable.Range(0, 10), id => Assert.Equal(ids.Contains(id), _selection.Contains(Key(id))));
    }
}
