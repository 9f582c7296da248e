using Dashboard.Web.Components.Grid;

namespace Dashboard.Web.Tests.Grid;

public sealed class ViewChangeTests
{
    private static readonly ListedView Before = new(10, 11, 12, 13, 14);

    [Theory]
    [InlineData(new[] { 9, 10, 11, 12, 13, 14 }, 2, 3)]
    [InlineData(new[] { 14, 13, 12, 11, 10 }, 0, 4)]
    public void Row_that_survives_is_found_where_it_went(int[] after, int position, int expected) =>
        Assert.Equal(expected, new ViewChange(Before, new ListedView(after)).Follow(position));

    [Fact]
    public void Row_that_is_gone_gives_way_to_the_next_one() =>
        Assert.Equal(1, new ViewChange(Before, new ListedView(10, 13, 14)).Follow(1));

    [Fact]
    public void Last_rows_that_are_gone_give_way_to_the_one_before() =>
        Assert.Equal(2, new ViewChange(Before, new ListedView(10, 11, 12)).Follow(4));

    [Fact]
    public void Row_before_is_preferred_to_strangers_at_the_same_place() =>
        Assert.Equal(2, new ViewChange(Before, new ListedView(10, 11, 12, 30, 31)).Follow(4));

    [Fact]
    public void View_with_none_of_the_rows_keeps_the_place_within_its_bounds()
    {
        Assert.Equal(1, new ViewChange(Before, new ListedView(1, 2, 3)).Follow(1));
        Assert.Equal(2, new ViewChange(Before, new ListedView(1, 2, 3)).Follow(4));
    }

    [Fact]
    public void Empty_view_has_no_place() => Assert.Equal(-1, new ViewChange(Before, new ListedView()).Follow(2));

    [Fact]
    public void View_that_was_empty_leads_to_the_first_row() =>
        Assert.Equal(0, new ViewChange(new ListedView(), Before).Follow(0));
}
