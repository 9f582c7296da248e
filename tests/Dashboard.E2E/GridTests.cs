using System.Text.RegularExpressions;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Groups, the way to select all, and columns of one's own.</summary>
public sealed class GridTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 500;

    [Fact]
    public async Task Groups_open_and_close_in_place_by_key_and_by_click()
    {
        var (visit, inbox, grid) = await StartAsync();
        var keys = visit.Page.Keyboard;
        await visit.Page.GetByLabel("Group by").SelectOptionAsync("failure");
        var heads = grid.Locator("[role=row][aria-expanded]");
        await Expect(grid).ToHaveRoleAsync(AriaRole.Treegrid);
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"\?group=failure$"));
        await Expect(grid).ToHaveAttributeAsync("aria-busy", "false");
        var groups = await LinesAsync(grid);
        Assert.InRange(groups, 2, Rows - 1);

        await grid.FocusAsync();
        await keys.PressAsync("Home");
        var first = heads.First;
        var held = await CountOfAsync(first);
        await keys.PressAsync("ArrowRight");
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(grid).ToHaveAttributeAsync("aria-rowcount", $"{groups + held + 1}");
        await keys.PressAsync("ArrowRight");
        await Expect(grid.Locator("[role=row][data-cursor]")).ToHaveAttributeAsync("aria-rowindex", "3");
        await Expect(grid.Locator("[role=row][data-cursor]")).ToHaveAttributeAsync("aria-level", "2");
        Assert.Empty(await visit.Page.GraveViolationsAsync("a group open", Cancel));
        await keys.PressAsync("ArrowLeft");
        await Expect(first).ToHaveAttributeAsync("data-cursor", "");
        await keys.PressAsync("ArrowLeft");
        await Expect(first).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(grid).ToHaveAttributeAsync("aria-rowcount", $"{groups + 1}");

        await heads.Nth(1).Locator(".title").ClickAsync();
        await Expect(heads.Nth(1)).ToHaveAttributeAsync("aria-expanded", "true");
        await keys.PressAsync("Enter");
        await Expect(heads.Nth(1)).ToHaveAttributeAsync("aria-expanded", "false");
        await keys.PressAsync("k");
        await keys.PressAsync("x");
        await Expect(inbox.Summary).ToContainTextAsync($"{held} selected");
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Everything_is_selected_in_two_steps_and_stays_so_when_the_search_leaves_some_out()
    {
        var (visit, inbox, _) = await StartAsync();
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var unread = make.Notifications.Count(one => one.Unread);

        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Select the rows on screen" }).ClickAsync();
        await Expect(inbox.Summary).ToHaveTextAsync(new Regex(@"^\d\d on screen selected"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Select all {Rows} that match" }).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync($"{Rows} selected, all that match");
        await Expect(inbox.Delete).ToHaveTextAsync($"Delete {Rows}");

        await inbox.UnreadOnly.ClickAsync();
        await inbox.WaitForCountAsync(unread);
        await Expect(inbox.Summary).ToContainTextAsync($"{Rows} selected, {Rows - unread} of them not in this view");
        await Expect(inbox.Delete).ToHaveTextAsync($"Delete {Rows}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Show the {Rows - unread}" }).ClickAsync();
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Drop") }).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync($"{unread} selected");

        await Expect(inbox.Dialog).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Clear the selection" }).ClickAsync();
        await Expect(inbox.Summary).Not.ToContainTextAsync("selected");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Columns_moved_and_resized_by_mouse_and_key_come_back_in_every_browser_of_the_person()
    {
        var (visit, inbox, grid) = await StartAsync();
        var (mouse, keys) = (visit.Page.Mouse, visit.Page.Keyboard);
        Assert.Equal("Read Subject Zone Type Created Id", await ColumnsAsync(grid));

        await inbox.Header("Zone").GetByRole(AriaRole.Button).FocusAsync();
        await keys.PressAsync("Alt+Shift+ArrowRight");
        await ExpectColumnsAsync(grid, "Read Subject Type Zone Created Id");
        await Expect(visit.Page.GetByText("Zone is now column 4 of 6.")).ToHaveCountAsync(1);
        await Expect(inbox.Header("Zone").GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await keys.PressAsync("Alt+ArrowRight");
        await Expect(visit.Page.GetByText("Zone is 126 pixels wide.")).ToHaveCountAsync(1);

        var (from, to) = (await BoxAsync(inbox.Header("ID")), await BoxAsync(inbox.Header("Subject")));
        await mouse.MoveAsync(from.X + 20, from.Y + 15);
        await mouse.DownAsync();
        await mouse.MoveAsync(to.X + 30, to.Y + 15, new() { Steps = 4 });
        await mouse.UpAsync();
        await ExpectColumnsAsync(grid, "Read Id Subject Type Zone Created");
        await Expect(inbox.Header("Created")).ToHaveAttributeAsync("aria-sort", "descending");

        var edge = await BoxAsync(inbox.Header("Zone").Locator(".edge"));
        await mouse.MoveAsync(edge.X + 4, edge.Y + 15);
        await mouse.DownAsync();
        await mouse.MoveAsync(edge.X + 44, edge.Y + 15, new() { Steps = 4 });
        await mouse.UpAsync();
        await Expect(visit.Page.GetByText("Zone is 166 pixels wide.")).ToHaveCountAsync(1);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Columns…" }).ClickAsync();
        await inbox.Dialog.GetByLabel("Compact").ClickAsync();
        await inbox.Dialog.GetByLabel("Read", new() { Exact = true }).ClickAsync();
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await ExpectColumnsAsync(grid, "Id Subject Type Zone Created");
        await Expect(inbox.Row(2)).ToHaveCSSAsync("height", "28px");

        var elsewhere = await visit.Context.NewPageAsync();
        await elsewhere.GotoAsync("/");
        var other = elsewhere.Locator(".grid");
        await ExpectColumnsAsync(other, "Id Subject Type Zone Created");
        Assert.Equal(166, Math.Round((await BoxAsync(other.Locator("[data-column=Zone]"))).Width));

        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Columns…" }).ClickAsync();
        await elsewhere.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "As at first" }).ClickAsync();
        await ExpectColumnsAsync(grid, "Read Subject Zone Type Created Id");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Second_column_of_the_order_tells_its_direction_and_place()
    {
        var (_, inbox, _) = await StartAsync();
        await inbox.SortByAsync("Zone");
        await Expect(inbox.Header("Zone")).ToHaveAttributeAsync("aria-sort", "ascending");
        await inbox.Header("Subject").GetByRole(AriaRole.Button).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });

        await Expect(inbox.Header("Subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(inbox.Header("Zone")).ToHaveTextAsync(new Regex("Zone.*1 in the order", RegexOptions.Singleline));
        await Expect(inbox.Header("Subject")).ToHaveTextAsync(new Regex("Subject.*2 in the order", RegexOptions.Singleline));
    }

    private async Task<(Visit Visit, InboxScreen Inbox, ILocator Grid)> StartAsync()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        return (visit, new InboxScreen(visit.Page), visit.Page.Locator(".grid"));
    }

    private static async Task<int> LinesAsync(ILocator grid) => int.Parse((await grid.GetAttributeAsync("aria-rowcount"))!, null) - 1;

    private static async Task<int> CountOfAsync(ILocator head) => int.Parse(await head.Locator(".count").InnerTextAsync(), System.Globalization.NumberStyles.AllowThousands, null);

    private static async Task<string> ColumnsAsync(ILocator grid) =>
        string.Join(' ', await grid.Locator("[data-column]").EvaluateAllAsync<string[]>("headers => headers.map(header => header.dataset.column)"));

    private static async Task ExpectColumnsAsync(ILocator grid, string columns)
    {
        var names = columns.Split(' ');
        await Expect(grid.Locator("[data-column]")).ToHaveCountAsync(names.Length);
        foreach (var (place, name) in names.Index())
            await Expect(grid.Locator("[data-column]").Nth(place)).ToHaveAttributeAsync("data-column", name);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator one) => (await one.BoundingBoxAsync())!;
}
