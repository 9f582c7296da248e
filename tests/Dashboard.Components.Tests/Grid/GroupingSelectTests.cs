using Bunit;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests.Grid;

public sealed class GroupingSelectTests : BunitContext
{
    [Fact]
    public void Failure_is_the_first_grouping_offered() =>
        Assert.Equal(["nothing", "failure", "scenario", "zone", "type", "day"], Show(null).FindAll("#group-by option").Select(option => option.TextContent));

    [Fact]
    public void Bars_are_offered_only_where_there_are_groups()
    {
        Assert.Empty(Show(null).FindAll("#group-span"));
        Assert.Single(Show(InboxGrouping.Day).FindAll("#group-span"));
    }

    [Theory]
    [InlineData("Scenario", InboxGrouping.Scenario)]
    [InlineData("", null)]
    public void Choice_is_told(string chosen, InboxGrouping? expected)
    {
        InboxGrouping? told = InboxGrouping.Type;
        var select = Render<GroupingSelect>(p => p.Add(s => s.Grouping, InboxGrouping.Zone).Add(s => s.GroupingChanged, grouping => told = grouping));

        select.Find("#group-by").Change(chosen);

        Assert.Equal(expected, told);
    }

    [Fact]
    public void Time_of_the_bars_is_told()
    {
        GroupSpan? told = null;
        var select = Render<GroupingSelect>(p => p.Add(s => s.Grouping, InboxGrouping.Zone).Add(s => s.Span, GroupSpan.Fortnight).Add(s => s.SpanChanged, span => told = span));

        select.Find("#group-span").Change("Day");

        Assert.Equal(GroupSpan.Day, told);
    }

    private IRenderedComponent<GroupingSelect> Show(InboxGrouping? grouping) => Render<GroupingSelect>(p => p.Add(s => s.Grouping, grouping));
}
