using System.Globalization;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Commands by their keys, from the palette and in the list of keys.</summary>
[Collection(ClipboardTests.Name)]
public sealed class CommandTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 300;

    [Fact]
    public async Task Keys_that_follow_each_other_select_and_go_and_say_what_may_follow()
    {
        await StartAsync(Quiet(Rows));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var unread = make.Notifications.Count(one => one.Unread);
        var visit = await InboxOfAsync(Person.Alice);
        var (inbox, commands, keys) = (new InboxScreen(visit.Page), new CommandScreen(visit.Page), visit.Page.Keyboard);

        await PressAsync(keys, "*", "u");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(unread));
        await PressAsync(keys, "*", "r");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(Rows - unread));
        await PressAsync(keys, "*", "a");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(Rows));
        await PressAsync(keys, "*");
        await Expect(commands.Hint).ToContainTextAsync("n Select none");
        await Expect(commands.Hint).ToContainTextAsync("u Select the unread ones");
        await PressAsync(keys, "n");
        await Expect(inbox.Summary).Not.ToContainTextAsync("selected");
        await Expect(commands.Hint).ToBeEmptyAsync();

        // A slip ends the waiting and starts nothing, though "x" and "?" are keys by themselves.
        await inbox.Grid.FocusAsync();
        await PressAsync(keys, "Home", "g", "x", "g", "?");
        await Expect(commands.Hint).ToBeEmptyAsync();
        await PressAsync(keys, "ArrowDown", "Space");
        await Expect(inbox.Row(2)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(1));
        await PressAsync(keys, "g", "Escape", "s");
        await Expect(commands.Hint).ToBeEmptyAsync();
        await Expect(commands.Keys).ToHaveCountAsync(0);
        await PressAsync(keys, "g", "s");
        await Expect(new ShellScreen(visit.Page).Title).ToHaveTextAsync("Preferences");
        await PressAsync(keys, "g", "i");
        await inbox.WaitForCountAsync(Rows);
        await commands.Button.FocusAsync();
        await PressAsync(keys, "g", "l");
        await Expect(inbox.Grid).ToBeFocusedAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Set_selected_by_state_is_frozen_and_only_of_what_is_shown()
    {
        await StartAsync(Quiet(Rows));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var unread = make.Notifications.Count(one => one.Unread && one.Zone.Name == "EU2");
        var visit = await InboxOfAsync(Person.Alice);
        var (inbox, keys) = (new InboxScreen(visit.Page), visit.Page.Keyboard);
        await inbox.Zone("EU2").ClickAsync();
        await inbox.WaitForCountAsync(make.Notifications.Count(one => one.Zone.Name == "EU2"));

        await PressAsync(keys, "*", "u");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(unread));
        await Dashboard.Sandbox.DeliverAsync(Person.Alice, "Came meanwhile", "", copies: false, DateTimeOffset.UtcNow, Cancel);
        await keys.PressAsync("r");
        await inbox.Pill.ClickAsync();
        await inbox.Zone("All zones").ClickAsync();
        await inbox.WaitForCountAsync(Rows + 1);

        await Expect(inbox.Summary).ToContainTextAsync(Selected(unread));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Digits_show_the_saved_views()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (views, keys) = (new ViewsScreen(visit.Page), visit.Page.Keyboard);
        await Expect(views.Links).ToHaveCountAsync(5);

        await PressAsync(keys, "2");
        await Expect(views.Links.Nth(1)).ToHaveAttributeAsync("aria-current", "page");
        await PressAsync(keys, "5");
        await Expect(views.Links.Nth(4)).ToHaveAttributeAsync("aria-current", "page");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Open_notification_has_keys_of_its_own()
    {
        await StartAsync(Quiet(Rows));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var visit = await InboxOfAsync(Person.Alice);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var (inbox, detail, keys) = (new InboxScreen(visit.Page), new DetailScreen(visit.Page), visit.Page.Keyboard);
        await inbox.Grid.FocusAsync();
        await PressAsync(keys, "Home", "x");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(1));

        await PressAsync(keys, "o");
        await Expect(detail.Id).ToHaveTextAsync(make.NewestFirst[0].Row.Id);
        await PressAsync(keys, "]");
        await Expect(detail.Id).ToHaveTextAsync(make.NewestFirst[1].Row.Id);
        await PressAsync(keys, "[");
        await Expect(detail.Id).ToHaveTextAsync(make.NewestFirst[0].Row.Id);
        await PressAsync(keys, "l");
        await Expect(detail.Said).ToHaveTextAsync("Link copied.");
        await PressAsync(keys, "u");
        await Expect(detail.Panel).ToHaveCountAsync(0);
        await Expect(inbox.Grid).ToBeFocusedAsync();
        await PressAsync(keys, "Enter");
        await Expect(detail.Panel).ToHaveCountAsync(1);
        await PressAsync(keys, "Escape");
        await Expect(detail.Panel).ToHaveCountAsync(0);
        await Expect(inbox.Summary).ToContainTextAsync(Selected(1));
        await PressAsync(keys, "Escape");
        await Expect(inbox.Summary).Not.ToContainTextAsync("selected");

        await visit.Page.GotoAsync(make.NewestFirst[0].Path);
        await detail.WaitAsync();
        await new CommandScreen(visit.Page).HearAsync("l");
        await PressAsync(keys, "l");
        await Expect(detail.Said).ToHaveTextAsync("Link copied.");
        await PressAsync(keys, "u");
        await inbox.WaitForCountAsync(Rows);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Palette_finds_by_words_prints_keys_runs_and_gives_the_keyboard_back()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, commands) = (visit.Page, new InboxScreen(visit.Page), new CommandScreen(visit.Page));
        await inbox.Grid.FocusAsync();
        await page.Keyboard.PressAsync("Home");

        await commands.OpenPaletteAsync();
        await Expect(commands.Find).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("delete");
        await Expect(commands.Active).ToContainTextAsync("Select something first");
        await Expect(commands.Active).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(commands.Active.Locator("kbd")).ToHaveTextAsync(["#", "Delete"]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(commands.Told).ToContainTextAsync("Select something first");
        await Expect(commands.Palette).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(commands.Palette).ToHaveCountAsync(0);
        await Expect(inbox.Grid).ToBeFocusedAsync();
        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));

        await commands.RunAsync("refersh", "Refresh");
        await Expect(inbox.Snackbar).ToBeVisibleAsync();
        await Expect(inbox.Grid).ToBeFocusedAsync();
        await commands.RunAsync("zone eu2", "Zone EU2");
        await Expect(inbox.Zone("EU2")).ToHaveAttributeAsync("aria-current", "page");
        await commands.RunAsync("/", "Search");
        await Expect(inbox.Search).ToBeFocusedAsync();
        await commands.RunAsync("export csv", "Export as a file");
        await Expect(page.GetByText("Export…")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await commands.RunAsync("theme dark", "Colours: dark");
        await Expect(new ShellScreen(page).Shell).ToHaveAttributeAsync("data-theme", "dark");

        await commands.Button.ClickAsync();
        await page.Keyboard.TypeAsync("no such thing");
        await Expect(commands.Told).ToContainTextAsync("Nothing is called that");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(commands.Palette).ToHaveCountAsync(0);
        await Expect(commands.Button).ToBeFocusedAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Palette_takes_what_is_typed_and_chosen_before_the_server_has_answered()
    {
        await StartAsync(Quiet(Rows));
        var visit = await VisitAsync();
        var line = await HeldLine.OfAsync(visit.Page);
        await visit.Page.GotoAsync("/");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        await new ConnectScreen(visit.Page).ConnectAsync(Person.Alice);
        await new InboxScreen(visit.Page).WaitForAllAsync();
        var (commands, keys) = (new CommandScreen(visit.Page), visit.Page.Keyboard);

        line.Hold();
        await PressAsync(keys, "Control+k");
        await keys.TypeAsync("go prefer");
        await PressAsync(keys, "Enter");
        await Expect(commands.Find).ToHaveValueAsync("go prefer");
        await Expect(commands.Options).ToHaveCountAsync(0);
        line.LetGo();

        await Expect(new ShellScreen(visit.Page).Title).ToHaveTextAsync("Preferences");
        await Expect(commands.Palette).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Words_are_found_with_slips_by_their_beginnings_and_by_other_words()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var commands = new CommandScreen(visit.Page);
        (string Typed, string Words)[] cases =
        [
            ("mark", "Mark all as read"), ("mk all", "Mark all as read"), ("sel unr", "Select the unread ones"), ("conections", "Connections"),
            ("shortcuts", "Show all keys"), ("g s", "Preferences"), ("#", "Delete the selected, or the open one"), ("order zone", "Sort by zone"),
            ("density compact", "Rows: compact"), ("log out", "Sign out"),
        ];

        await commands.OpenPaletteAsync();
        foreach (var (typed, words) in cases)
        {
            await commands.Find.FillAsync(typed);
            await Expect(commands.Active.Locator(".words")).ToHaveTextAsync(words);
        }

        visit.AssertQuiet();
    }

    [Fact]
    public async Task Single_letter_keys_are_switched_off_for_good_and_the_others_stay()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, commands, keys) = (visit.Page, new InboxScreen(visit.Page), new CommandScreen(visit.Page), visit.Page.Keyboard);

        await PressAsync(keys, "?");
        await Expect(commands.Keys).ToContainTextAsync("Select the unread ones");
        await Expect(commands.SingleLetterKeys).ToBeCheckedAsync();
        await AssertTipsAsync("Refresh (r)", "Search (/)");
        await commands.SingleLetterKeys.ClickAsync();
        await Expect(commands.Keys.Locator(".off").First).ToBeVisibleAsync();
        await AssertTipsAsync("Refresh", "Search");
        await PressAsync(keys, "Escape");
        await Expect(commands.Keys).ToHaveCountAsync(0);

        await page.ReloadAsync();
        await inbox.WaitForAllAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-single-keys", "off");
        await inbox.Grid.FocusAsync();
        await PressAsync(keys, "Home", "j", "j", "x", "?", "/", "#");
        // A key that counts, after those that don't: by now each of them would have shown.
        await PressAsync(keys, "ArrowDown", "Space");
        await Expect(inbox.Row(2)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(1));
        await Expect(inbox.Grid).ToBeFocusedAsync();
        await Expect(inbox.Dialog).ToHaveCountAsync(0);
        await PressAsync(keys, "Escape");
        await Expect(inbox.Summary).Not.ToContainTextAsync("selected");

        await commands.RunAsync("single-letter keys: on", "Single-letter keys: on");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-single-keys", "on");
        await AssertTipsAsync("Refresh (r)", "Search (/)");
        await PressAsync(keys, "x");
        await Expect(inbox.Summary).ToContainTextAsync(Selected(1));
        visit.AssertQuiet();

        // Looked up by what they are, since a dialog takes all else out of the tree of roles.
        async Task AssertTipsAsync(string refresh, string search)
        {
            await Expect(page.Locator("button[aria-label=Refresh]")).ToHaveAttributeAsync("title", refresh);
            await Expect(page.Locator("[role=search] input")).ToHaveAttributeAsync("title", search);
        }
    }

    [Fact]
    public async Task Panels_close_on_Escape_and_a_letter_typed_is_no_key()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, commands, keys) = (visit.Page, new InboxScreen(visit.Page), new CommandScreen(visit.Page), visit.Page.Keyboard);

        await inbox.SearchHelp.Locator("summary").ClickAsync();
        await Expect(inbox.SearchHelp).ToHaveAttributeAsync("open", "");
        await PressAsync(keys, "Escape");
        await Expect(inbox.SearchHelp).Not.ToHaveAttributeAsync("open", "");
        await Expect(inbox.SearchHelp.Locator("summary")).ToBeFocusedAsync();

        await PressAsync(keys, "/");
        await Expect(inbox.Search).ToBeFocusedAsync();
        await keys.TypeAsync("?gs*a");
        await Expect(inbox.Search).ToHaveValueAsync("?gs*a");
        await Expect(commands.Keys).ToHaveCountAsync(0);
        await commands.OpenPaletteAsync();
        await keys.TypeAsync("everything");
        await PressAsync(keys, "Escape");
        await Expect(inbox.Search).ToBeFocusedAsync();
        visit.AssertQuiet();
    }

    private static string Selected(int count) => $"{count.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))} selected";

    private static async Task PressAsync(IKeyboard keyboard, params string[] keys)
    {
        foreach (var key in keys)
            await keyboard.PressAsync(key);
    }
}
