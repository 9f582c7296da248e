using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Grid;

public sealed class GroupBarsTests
{
    [Fact]
    public void Highest_bar_fills_the_chart_and_the_others_stand_to_it() =>
        Assert.Equal("M0 8V0h1V8h1V4h1V6h1V8", GroupBars.Path([100, 0, 50, 25]));

    [Fact]
    public void One_of_a_thousand_is_still_drawn() => Assert.Equal("M0 8V7h1V0h1V8", GroupBars.Path([1, 1000]));

    [Fact]
    public void Bars_as_high_as_their_neighbours_are_drawn_in_one() => Assert.Equal("M0 8V8h3V0h2V8h1V8", GroupBars.Path([0, 0, 0, 7, 7, 0]));

    [Fact]
    public void Nothing_draws_nothing() => Assert.Equal("", GroupBars.Path([0, 0, 0]));

    [Theory]
    [InlineData(new[] { 0, 3, 1 }, GroupSpan.Fortnight, "4 in the last 14 days, at most 3 a day")]
    [InlineData(new[] { 2, 0, 0 }, GroupSpan.Day, "2 in the last 24 hours, at most 2 an hour")]
    [InlineData(new[] { 0, 0, 0 }, GroupSpan.Day, "None in the last 24 hours")]
    public void Chart_is_told_in_words(int[] counts, GroupSpan span, string expected) => Assert.Equal(expected, GroupBars.Words(counts, span));
}
