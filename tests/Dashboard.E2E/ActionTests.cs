using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Changes that can be taken back, outlive the page and say what came of them.</summary>
public sealed class ActionTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 400;

    /// <summary>Nothing goes out by itself: what does was let go.</summary>
    private static readonly TimeSpan LongWindow = TimeSpan.FromMinutes(10);

    private TimeSpan _window = LongWindow;

    protected override TimeSpan UndoWindow => _window;

    [Fact]
    public async Task Deleted_rows_come_back_by_key_and_by_the_toast_in_their_place()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        var third = await inbox.ReadAsync(3);

        foreach (var undo in new Func<Task>[] { () => page.Keyboard.PressAsync("z"), () => page.Keyboard.PressAsync("Control+z"), () => inbox.Undo.ClickAsync() })
        {
            await InboxScreen.PickOf(inbox.Row(3)).ClickAsync();
            await inbox.Grid.FocusAsync();
            await page.Keyboard.PressAsync("#");
            await inbox.WaitForCountAsync(Rows - 1);
            await Expect(inbox.Toasts).ToContainTextAsync("1 notification will be deleted at Make.");
            await undo();
            await inbox.WaitForCountAsync(Rows);
            await inbox.ExpectRowAsync(3, third);
            await Expect(inbox.Toasts).ToContainTextAsync("Taken back: nothing was asked of Make.");
        }

        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Undo_in_a_field_takes_back_what_was_typed_and_nothing_else()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await inbox.WaitForCountAsync(Rows - 1);

        await inbox.Search.FocusAsync();
        await visit.Page.Keyboard.PressAsync("z");
        await visit.Page.Keyboard.PressAsync("Control+z");

        await Expect(inbox.Search).ToHaveValueAsync("");
        await Expect(inbox.Undo).ToBeVisibleAsync();
        await inbox.WaitForCountAsync(Rows - 1);
    }

    [Fact]
    public async Task Tab_closed_at_once_loses_nothing_and_another_tab_can_still_undo()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await Expect(inbox.Undo).ToBeVisibleAsync();
        await visit.Page.CloseAsync();

        var again = await visit.Context.NewPageAsync();
        await again.GotoAsync("/");
        var reopened = new InboxScreen(again);
        await reopened.WaitForCountAsync(Rows - 1);
        await reopened.Undo.ClickAsync();

        await reopened.WaitForCountAsync(Rows);
        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));
    }

    [Fact]
    public async Task Two_tabs_show_the_same_action_and_either_undoes_it()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (inbox, other) = (new InboxScreen(visit.Page), await visit.Context.NewPageAsync());
        var elsewhere = new InboxScreen(other);
        await other.GotoAsync("/");
        await elsewhere.WaitForAllAsync();

        await InboxScreen.PickOf(inbox.Row(2)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await elsewhere.WaitForCountAsync(Rows - 1);
        await elsewhere.Undo.ClickAsync();

        await inbox.WaitForCountAsync(Rows);
        await elsewhere.WaitForCountAsync(Rows);
        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));
    }

    [Fact]
    public async Task Window_stays_open_under_the_pointer_and_the_delete_goes_out_when_it_leaves()
    {
        _window = TimeSpan.FromSeconds(2);
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await inbox.Undo.HoverAsync();
        await Expect(inbox.Toasts.Locator(".window")).ToHaveCSSAsync("animation-play-state", "paused");
        var held = DateTimeOffset.UtcNow;
        // Longer than the window, told by another request of the app's rather than by a clock of the test's.
        while (DateTimeOffset.UtcNow < held + TimeSpan.FromSeconds(5))
            await Expect(inbox.Undo).ToBeVisibleAsync();
        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));

        await visit.Page.Mouse.MoveAsync(600, 100);

        await Expect(inbox.Toasts).ToContainTextAsync("1 notification deleted at Make.");
        Assert.Single(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));
    }

    [Fact]
    public async Task Done_is_kept_here_seen_in_the_list_filtered_and_undone()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await InboxScreen.PickOf(inbox.Row(2)).ClickAsync();
        await inbox.Grid.FocusAsync();
        await page.Keyboard.PressAsync("e");

        await Expect(inbox.Toasts).ToContainTextAsync("Done with 2 notifications.");
        await Expect(inbox.Row(1)).ToContainTextAsync("Done");
        await page.GotoAsync("/?q=is:open");
        await inbox.WaitForCountAsync(Rows - 2);
        await page.GotoAsync("/?q=is:done");
        await inbox.WaitForCountAsync(2);
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await Expect(inbox.Done).ToHaveTextAsync("Open again 1");
        await inbox.Done.ClickAsync();
        await inbox.WaitForCountAsync(1);
        await inbox.Grid.FocusAsync();
        await page.Keyboard.PressAsync("z");
        await inbox.WaitForCountAsync(2);
        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Mark));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Mark_all_waits_for_its_window_and_its_receipt_names_what_was_never_seen()
    {
        _window = TimeSpan.FromSeconds(2);
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        var unread = (await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel)).Notifications.Count(one => one.Unread);
        await inbox.MarkAll.ClickAsync();
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Mark .* as read$") }).ClickAsync();
        await Expect(inbox.Undo).ToBeVisibleAsync();
        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Mark));

        await Expect(inbox.Toasts).ToContainTextAsync($"{unread} notifications marked as read at Make");
        await Expect(inbox.Toasts).ToContainTextAsync("marked that you never saw in ");
        Assert.Equal(4, Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Mark).Count);
        await inbox.Toasts.GetByRole(AriaRole.Link, new() { NameRegex = new("^show ") }).First.ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[?]q=.*id(%3A|:)[0-9]"));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Delete_of_twenty_thousand_shows_progress_pauses_and_gives_back_the_rest()
    {
        const int many = 20_000;
        _window = TimeSpan.Zero;
        await StartAsync(Quiet(many), new Dictionary<string, string?> { ["Actions:DeleteBatchSize"] = "1000" });
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        await inbox.Grid.FocusAsync();
        await page.Keyboard.PressAsync("*");
        await page.Keyboard.PressAsync("a");
        await Expect(inbox.Summary).ToContainTextAsync("20,000 selected");
        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.Delay, DelayMilliseconds = 1_000 });
        await page.Keyboard.PressAsync("#");
        await Expect(inbox.Toasts.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Expect(inbox.Toasts).ToContainTextAsync("of 20,000 deleted");
        await Expect(inbox.Toasts).ToContainTextAsync("a minute,");

        await inbox.Toasts.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(inbox.Toasts).ToContainTextAsync("Paused");
        await inbox.Toasts.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(inbox.Toasts.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await inbox.Toasts.GetByRole(AriaRole.Button, new() { Name = "Cancel the rest" }).ClickAsync();
        await Expect(inbox.Toasts).ToContainTextAsync("stay in the list");

        var left = (await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel)).Notifications.Count;
        Assert.InRange(left, 1, many - 1_000);
        await inbox.WaitForCountAsync(left);
        Assert.Equal(many - left, Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete).Sum(call => call.Ids.Count));
        visit.AssertQuiet();
    }
}
