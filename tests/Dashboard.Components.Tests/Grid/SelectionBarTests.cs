using Bunit;
using Dashboard.Client;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests.Grid;

public sealed class SelectionBarTests : BunitContext
{
    private readonly NotificationSelection _selection = new();
    private int _changed;
    private bool _shown;

    public SelectionBarTests() => _selection.Follow(View(0, 10));

    [Fact]
    public void Nothing_selected_says_what_the_list_holds_and_offers_nothing()
    {
        var bar = Show();

        Assert.Equal("10 shown", Text(bar));
        Assert.Empty(bar.FindAll("button"));
    }

    [Fact]
    public void Rows_on_screen_are_the_first_step_to_all_that_match()
    {
        _selection.AddScreen(0, 4);
        var bar = Show();
        Assert.Equal("4 on screen selected · 10 shown", Text(bar));

        Click(bar, "Select all 10 that match");

        Assert.Equal(10, _selection.Count);
        Assert.Equal("10 selected, all that match · 10 shown", Text(bar));
        Assert.Equal(["Clear"], bar.FindAll("button").Select(button => button.TextContent));
        Assert.Equal(1, _changed);
    }

    [Fact]
    public void All_that_match_are_said_to_be_so_far_while_older_ones_are_on_their_way()
    {
        _selection.AddScreen(0, 4);
        var bar = Show(isLoading: true);

        Click(bar, "Select all 10 that match so far");

        Assert.Equal("10 selected, all that match so far · 10 shown", Text(bar));
    }

    [Fact]
    public void Selected_rows_out_of_view_are_counted_and_can_be_shown_or_dropped()
    {
        _selection.AddScreen(0, 4);
        _selection.Follow(View(3, 7));
        var bar = Show();
        Assert.Equal("4 selected, 3 of them not in this view · 10 shown", Text(bar));

        Click(bar, "Show the 3");
        Assert.True(_shown);

        Click(bar, "Drop the 3");
        Assert.Equal("1 selected · 10 shown", Text(bar));
    }

    [Fact]
    public void Selection_that_is_wholly_out_of_view_says_so()
    {
        _selection.AddScreen(0, 2);
        _selection.Follow(View(5, 5));

        Assert.Equal("2 selected, not in this view · 10 shown", Text(Show()));
    }

    [Fact]
    public void Clear_leaves_nothing_selected()
    {
        _selection.AddScreen(0, 4);
        var bar = Show();

        Click(bar, "Clear");

        Assert.Equal(0, _selection.Count);
        Assert.Equal("10 shown", Text(bar));
    }

    private static RowsView View(int first, int count) => new([.. Enumerable.Range(first, count).Select(number =>
        new InboxRow(new NotificationKey(Guid.Empty, "eu1", new NotificationId((UInt128)number)), "Subject", 1, DateTimeOffset.UnixEpoch, null))]);

    private static string Text(IRenderedComponent<SelectionBar> bar) => bar.Find("[role=status]").TextContent;

    private static void Click(IRenderedComponent<SelectionBar> bar, string button) => bar.FindAll("button").Single(one => one.TextContent == button).Click();

    private IRenderedComponent<SelectionBar> Show(bool isLoading = false) => Render<SelectionBar>(p => p
        .Add(bar => bar.Selection, _selection)
        .Add(bar => bar.SelectionChanged, () => _changed++)
        .Add(bar => bar.OnShowOutside, () => _shown = true)
        .Add(bar => bar.Summary, "10 shown")
        .Add(bar => bar.IsLoading, isLoading));
}
