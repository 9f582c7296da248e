using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E.Screens;

/// <summary>The inbox: zones, list and actions.</summary>
public sealed class InboxScreen(IPage page)
{
    private const int SubjectColumn = 3;
    private const int ZoneColumn = 4;
    private const int IdColumn = 7;

    public ILocator Grid => page.GetByRole(AriaRole.Grid);

    /// <summary>The list, grouped or not: a tree to assistive technology where it is.</summary>
    public ILocator List => page.Locator(".grid");

    public ILocator Rows => Grid.Locator("[role=row][id]");

    public ILocator Cursor => Grid.Locator("[role=row][data-cursor]");

    public ILocator Selected => Grid.Locator("[role=row][aria-selected=true]");

    public ILocator Marked => Grid.Locator("[role=row]:has(.mark)");

    public ILocator Search => page.GetByRole(AriaRole.Combobox, new() { Name = "Search" });

    public ILocator SearchHelp => page.GetByRole(AriaRole.Search).Locator("details");

    public ILocator Suggestions => page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option);

    public ILocator SearchTrouble => page.GetByRole(AriaRole.Search).Locator("..").GetByRole(AriaRole.Alert);

    public ILocator Summary => page.Locator(".selection").GetByRole(AriaRole.Status);

    public ILocator UnreadOnly => page.GetByLabel("Unread only");

    public ILocator MarkAll => page.GetByRole(AriaRole.Button, new() { Name = "Mark all as read" });

    public ILocator Delete => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { NameRegex = new("^Delete") });

    public ILocator Export => page.Locator(".export");

    public ILocator Refresh => page.GetByRole(AriaRole.Button, new() { Name = "Refresh" });

    public ILocator Zones => page.GetByRole(AriaRole.Navigation, new() { Name = "Zones" });

    public ILocator Notices => page.Locator(".list .notice");

    /// <summary>Tells of new rows that wait, and shows them.</summary>
    public ILocator Pill => page.Locator("button.pill");

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    /// <summary>What has the keyboard in the dialog, or the dialog itself.</summary>
    public ILocator Focused => page.Locator("[role=dialog]:focus, [role=dialog] :focus");

    public ILocator Snackbar => page.Locator(".mud-snackbar");

    /// <summary>What is being changed, what can be undone and what came of it.</summary>
    public ILocator Toasts => page.Locator(".toasts");

    public ILocator Undo => Toasts.GetByRole(AriaRole.Button, new() { Name = "Undo" });

    public ILocator Done => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { NameRegex = new("^(Done|Open again)") });

    private ILocator Loading => page.Locator(".list .loading");

    public ILocator RemoveFilter(string term) => page.GetByRole(AriaRole.Button, new() { Name = $"Remove filter {term}", Exact = true });

    public ILocator Zone(string name) => Zones.GetByRole(AriaRole.Link, new() { NameRegex = new($"^\\s*{name}\\b") });

    /// <summary>The row at a place of the list, counted from 1; in the page only while it is on screen.</summary>
    public ILocator Row(int place) => Grid.Locator($"[role=row][aria-rowindex='{(place + 1).ToString(CultureInfo.InvariantCulture)}']");

    public ILocator RowOf(string id) => Grid.Locator($"[role=row][id^='n{id}:']");

    public ILocator Header(string column) => Grid.GetByRole(AriaRole.Columnheader, new() { Name = column });

    public static ILocator PickOf(ILocator row) => row.GetByRole(AriaRole.Checkbox);

    public static ILocator SubjectOf(ILocator row) => row.Locator($"[aria-colindex='{SubjectColumn}']");

    /// <summary>Waits until the list holds this many rows, and can be worked with.</summary>
    public async Task WaitForCountAsync(int count, float timeout = 60_000)
    {
        await Expect(Grid).ToHaveAttributeAsync("aria-rowcount", (count + 1).ToString(CultureInfo.InvariantCulture), new() { Timeout = timeout });
        await WaitForScriptsAsync();
    }

    /// <summary>Waits until nothing older is still being fetched.</summary>
    public async Task WaitForAllAsync(float timeout = 60_000)
    {
        await Expect(Rows.First).ToBeVisibleAsync(new() { Timeout = timeout });
        await Expect(Loading).ToHaveCountAsync(0, new() { Timeout = timeout });
        await Expect(Grid).ToHaveAttributeAsync("aria-busy", "false");
        await WaitForScriptsAsync();
    }

    /// <summary>Waits until the page's scripts listen: a row clicked or a key pressed before that is lost.</summary>
    public async Task WaitForScriptsAsync()
    {
        await Expect(page.Locator("html[data-single-keys]")).ToBeAttachedAsync();
        await Expect(List.Locator(".space[style]")).ToBeAttachedAsync();
    }

    public async Task SortByAsync(string column) => await Header(column).GetByRole(AriaRole.Button).ClickAsync();

    public async Task<ShownRow> ReadAsync(int place)
    {
        var row = Row(place);
        await Expect(row).ToBeVisibleAsync();
        return new ShownRow(await CellAsync(row, IdColumn), await CellAsync(row, ZoneColumn), await CellAsync(row, SubjectColumn));
    }

    /// <summary>Waits until the row at this place, on screen, is this one.</summary>
    public async Task ExpectRowAsync(int place, ShownRow expected)
    {
        await Expect(Cell(Row(place), IdColumn)).ToHaveTextAsync(expected.Id);
        await Expect(Row(place)).ToBeInViewportAsync(new() { Ratio = 0.9f });
        Assert.Equal(expected, await ReadAsync(place));
    }

    /// <summary>Moves the scrollbar to a fraction of its way: 0 is the top, 1 the bottom.</summary>
    public async Task ScrollAsync(double fraction) =>
        await Grid.EvaluateAsync("(grid, fraction) => { grid.scrollTop = fraction * (grid.scrollHeight - grid.clientHeight); }", fraction);

    private static ILocator Cell(ILocator row, int column) => row.Locator($"[aria-colindex='{column}']");

    private static async Task<string> CellAsync(ILocator row, int column) => (await Cell(row, column).InnerTextAsync()).Trim();
}
