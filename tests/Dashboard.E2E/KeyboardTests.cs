using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Everything without a mouse.</summary>
[Collection(ClipboardTests.Name)]
public sealed class KeyboardTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 500;

    [Fact]
    public async Task Keys_alone_do_everything_and_come_back_to_the_list()
    {
        await StartAsync(Quiet(Rows));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var visit = await InboxOfAsync(Person.Alice);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var (inbox, detail, keys) = (new InboxScreen(visit.Page), new DetailScreen(visit.Page), visit.Page.Keyboard);

        await SkipToTheListAsync(visit, inbox);
        await MoveAsync(inbox, keys);
        await SelectAsync(inbox, keys);

        await keys.PressAsync("Enter");
        await Expect(detail.Subject).ToHaveTextAsync(make.NewestFirst[0].Subject);
        await detail.WaitAsync();
        await keys.PressAsync("j");
        await Expect(detail.Id).ToHaveTextAsync(make.NewestFirst[1].Row.Id);
        await keys.PressAsync("k");
        await Expect(detail.Id).ToHaveTextAsync(make.NewestFirst[0].Row.Id);
        await detail.WaitAsync();
        await keys.PressAsync("l");
        await Expect(detail.Said).ToHaveTextAsync("Link copied.");
        await keys.PressAsync("Escape");
        await Expect(detail.Panel).ToHaveCountAsync(0);
        await Expect(inbox.Grid).ToBeFocusedAsync();

        await keys.PressAsync("r");
        await Expect(inbox.Snackbar).ToBeVisibleAsync();
        await OpenDialogsAsync(inbox, keys);
        visit.AssertQuiet();
    }

    private static async Task SkipToTheListAsync(Visit visit, InboxScreen inbox)
    {
        var address = visit.Page.Url;
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the list" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(inbox.Grid).ToBeFocusedAsync();
        Assert.Equal(address, visit.Page.Url);
    }

    private static async Task MoveAsync(InboxScreen inbox, IKeyboard keys)
    {
        await keys.PressAsync("Home");
        await ExpectCursorAsync(inbox, 1);
        await keys.PressAsync("ArrowDown");
        await ExpectCursorAsync(inbox, 2);
        await keys.PressAsync("j");
        await ExpectCursorAsync(inbox, 3);
        await keys.PressAsync("k");
        await ExpectCursorAsync(inbox, 2);
        await keys.PressAsync("ArrowUp");
        await ExpectCursorAsync(inbox, 1);
        await keys.PressAsync("PageDown");
        await Expect(inbox.Row(1)).Not.ToHaveAttributeAsync("data-cursor", "");
        await Expect(inbox.Cursor).ToBeInViewportAsync();
        await keys.PressAsync("PageUp");
        await ExpectCursorAsync(inbox, 1);
        await keys.PressAsync("End");
        await ExpectCursorAsync(inbox, Rows);
        await keys.PressAsync("Home");
        await ExpectCursorAsync(inbox, 1);
    }

    private static async Task SelectAsync(InboxScreen inbox, IKeyboard keys)
    {
        await keys.PressAsync("Space");
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");
        await keys.PressAsync("Shift+ArrowDown");
        await keys.PressAsync("Shift+ArrowDown");
        await Expect(inbox.Summary).ToContainTextAsync("3 selected");
        await keys.PressAsync("Shift+J");
        await Expect(inbox.Summary).ToContainTextAsync("4 selected");
        await keys.PressAsync("Shift+K");
        await keys.PressAsync("Shift+ArrowUp");
        await Expect(inbox.Summary).ToContainTextAsync("2 selected");
        await keys.PressAsync("Escape");
        await Expect(inbox.Summary).Not.ToContainTextAsync("selected");
        await keys.PressAsync("Control+a");
        await Expect(inbox.Summary).ToContainTextAsync("on screen selected");
        await keys.PressAsync("Control+a");
        await Expect(inbox.Summary).ToContainTextAsync($"{Rows} selected");
        await keys.PressAsync("Escape");
        await Expect(inbox.Summary).Not.ToContainTextAsync("selected");
        await keys.PressAsync("Home");
        await ExpectCursorAsync(inbox, 1);
    }

    private static async Task OpenDialogsAsync(InboxScreen inbox, IKeyboard keys)
    {
        await keys.PressAsync("Space");
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");
        await keys.PressAsync("Shift+I");
        await Expect(inbox.Focused).ToHaveCountAsync(1);
        await keys.PressAsync("Escape");
        await Expect(inbox.Dialog).ToHaveCountAsync(0);
        await Expect(inbox.Grid).ToBeFocusedAsync();
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");
        await keys.PressAsync("Delete");
        await inbox.WaitForCountAsync(Rows - 1);
        await Expect(inbox.Grid).ToBeFocusedAsync();
    }

    private static async Task ExpectCursorAsync(InboxScreen inbox, int place)
    {
        await Expect(inbox.Row(place)).ToHaveAttributeAsync("data-cursor", "");
        await Expect(inbox.Row(place)).ToBeInViewportAsync();
        await Expect(inbox.Cursor).ToHaveCountAsync(1);
    }
}
