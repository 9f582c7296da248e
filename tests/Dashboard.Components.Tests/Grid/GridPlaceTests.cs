using Bunit;
using Dashboard.Client;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Components.Tests.Grid;

public sealed class GridPlaceTests : BunitContext
{
    private static readonly InboxRow[] Thousand = [.. Enumerable.Range(0, 1000).Select(RowAt)];

    private NotificationKey? _cursor;

    public GridPlaceTests()
    {
        Services.AddScoped<ScriptModules>();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Sample.Now));
        JSInterop.SetupModule(GridHead.Module).SetupModule("attach", _ => true).SetupVoid("detach").SetVoidResult();
        JSInterop.SetupModule(NotificationGrid.Module).SetupModule("attach", _ => true).SetupVoid("detach").SetVoidResult();
    }

    [Fact]
    public async Task Place_is_come_back_to_at_once_where_its_list_is_shown()
    {
        var grid = Show("is:unread", Thousand);

        await ComeBackAsync(grid, new GridPlace("is:unread", 500, Name(500), 505, Name(505)));

        Assert.Equal(("500", "start"), Target(grid));
        Assert.Equal(RowAt(505).Key, _cursor);
    }

    [Fact]
    public async Task Place_waits_for_the_list_it_belongs_to()
    {
        var grid = Show("", Thousand);

        await ComeBackAsync(grid, new GridPlace("is:unread", 500, Name(500), -1, null));
        Assert.Equal("0", Target(grid).Row);
        Swap(grid, "is:unread", Thousand);

        Assert.Equal(("500", "start"), Target(grid));
        Assert.Null(_cursor);
    }

    [Fact]
    public async Task Place_is_forgotten_when_another_list_is_shown()
    {
        var grid = Show("", Thousand);

        await ComeBackAsync(grid, new GridPlace("is:unread", 500, Name(500), -1, null));
        Swap(grid, "zone:eu1", Thousand);
        Swap(grid, "is:unread", Thousand);

        Assert.Equal("0", Target(grid).Row);
    }

    /// <summary>The browser keeps the place with the query that it finds there.</summary>
    [Fact]
    public void Lines_name_the_query_they_answer_while_those_of_another_one_are_still_being_looked_for()
    {
        var grid = Show("", Thousand);

        grid.Render(p => p.Add(g => g.Query, "is:unread"));
        Assert.Equal("", grid.Find(".grid").GetAttribute("data-query"));
        Swap(grid, "is:unread", Thousand);

        Assert.Equal("is:unread", grid.Find(".grid").GetAttribute("data-query"));
    }

    [Fact]
    public async Task Row_that_has_moved_is_followed_and_for_one_that_has_gone_its_place_counts()
    {
        var grid = Show("", [.. Thousand.Skip(100).Where(row => row != RowAt(700))]);

        await ComeBackAsync(grid, new GridPlace("", 500, Name(500), 700, Name(700)));

        Assert.Equal("400", Target(grid).Row);
        Assert.Equal(RowAt(801).Key, _cursor);
    }

    [Theory]
    [InlineData(int.MaxValue, "999")]
    [InlineData(int.MinValue, "0")]
    public async Task Place_beyond_the_list_comes_to_its_end(int top, string expected)
    {
        var grid = Show("", Thousand);

        await ComeBackAsync(grid, new GridPlace("", top, "nonsense", top, "g7"));

        Assert.Equal(expected, Target(grid).Row);
    }

    private static InboxRow RowAt(int number) =>
        new(new NotificationKey(Sample.Connection.Id, "eu1.make.example", new NotificationId((UInt128)(5000 - number))), $"Subject {number}", 1, Sample.Now, null);

    private static string Name(int number) => RowName.Of(RowAt(number).Key);

    private static (string? Row, string? Align) Target(IRenderedComponent<NotificationGrid> grid) =>
        grid.Find(".rows") is var rows ? (rows.GetAttribute("data-target"), rows.GetAttribute("data-align")) : default;

    private static Task ComeBackAsync(IRenderedComponent<NotificationGrid> grid, GridPlace place) => grid.InvokeAsync(() => grid.Instance.ComeBack(place));

    private static void Swap(IRenderedComponent<NotificationGrid> grid, string query, InboxRow[] rows) =>
        grid.Render(p => p.Add(g => g.View, new RowsView(rows)).Add(g => g.Query, query));

    private IRenderedComponent<NotificationGrid> Show(string query, InboxRow[] rows) => Render<NotificationGrid>(p => p
        .Add(g => g.View, new RowsView(rows)).Add(g => g.Query, query).Add(g => g.CursorChanged, key => _cursor = key));
}
