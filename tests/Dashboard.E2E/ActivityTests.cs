using System.Text.Json;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What was asked to be changed is listed, can still be taken back there, and shows its receipt.</summary>
public sealed class ActivityTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 200;

    private TimeSpan _window = TimeSpan.FromSeconds(1);

    protected override TimeSpan UndoWindow => _window;

    [Fact]
    public async Task Action_that_waits_is_undone_from_the_list_by_button_and_by_key()
    {
        _window = TimeSpan.FromMinutes(10);
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, activity) = (visit.Page, new InboxScreen(visit.Page), new ActivityScreen(visit.Page));
        await DeleteAsync(inbox, 1);
        await DeleteAsync(inbox, 1);
        await inbox.WaitForCountAsync(Rows - 2);

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("a");
        await Expect(activity.Entries).ToHaveCountAsync(2);
        await ActivityScreen.Offer(activity.Entries.Last, "Undo").ClickAsync();
        await Expect(ActivityScreen.StateOf(activity.Entries.Last)).ToHaveTextAsync("Taken back");
        await Expect(ActivityScreen.StateOf(activity.Entries.First)).ToHaveTextAsync("Waits");
        await page.Keyboard.PressAsync("z");
        await Expect(ActivityScreen.StateOf(activity.Entries.First)).ToHaveTextAsync("Taken back");

        await page.GotoAsync("/");
        await inbox.WaitForCountAsync(Rows);
        Assert.Empty(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task List_follows_what_goes_on_is_filtered_in_the_address_and_shows_receipts()
    {
        await StartAsync(Quiet(Rows));
        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.PartialDelete, Refuse = 1, Times = 1 });
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, activity) = (visit.Page, new InboxScreen(visit.Page), new ActivityScreen(visit.Page));
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await inbox.Done.ClickAsync();
        await Expect(inbox.Toasts).ToContainTextAsync("Done with 1 notification.");
        await InboxScreen.PickOf(inbox.Row(2)).ClickAsync();
        await InboxScreen.PickOf(inbox.Row(3)).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await inbox.Delete.ClickAsync();
        await Expect(inbox.Selected).ToHaveCountAsync(0);

        await page.GotoAsync("/activity");
        var delete = activity.Entry("Delete 2 notifications");
        await Expect(ActivityScreen.StateOf(delete)).ToHaveTextAsync("Over", new() { Timeout = 30_000 });
        await Expect(delete).ToContainTextAsync("1 deleted at Make. 1 stays in the list, with the reason.");
        await ActivityScreen.Offer(delete, "Receipt").ClickAsync();
        await Expect(activity.Receipt).ToContainTextAsync("1 kept:");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("\\?action=[0-9]+$"));
        await page.ReloadAsync();
        await Expect(activity.Receipt).ToContainTextAsync("1 kept:");
        await ActivityScreen.Offer(delete, "Receipt").ClickAsync();
        await Expect(activity.Receipt).ToHaveCountAsync(0);

        await activity.Kind.SelectOptionAsync("done");
        await Expect(activity.Count).ToHaveTextAsync("1 action");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("\\?kind=done$"));
        await activity.Day.FillAsync("2020-02-29");
        await Expect(activity.Count).ToContainTextAsync("Nothing of this kind");
        await page.GoBackAsync();
        await Expect(activity.Count).ToHaveTextAsync("1 action");
        var download = await page.RunAndWaitForDownloadAsync(() => activity.Export("JSON").ClickAsync());
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync(), Cancel));
        Assert.Equal(["done"], json.RootElement.EnumerateArray().Select(action => action.GetProperty("kind").GetString()));
        await page.GoBackAsync();
        await Expect(activity.Count).ToHaveTextAsync("2 actions");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Marked_ones_that_were_never_on_screen_are_a_view_away()
    {
        await StartAsync(Quiet(2_000));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, activity) = (visit.Page, new InboxScreen(visit.Page), new ActivityScreen(visit.Page));
        await page.GotoAsync("/?q=zone:us1");
        await inbox.WaitForAllAsync();
        await inbox.MarkAll.ClickAsync();
        await Expect(inbox.Dialog.GetByRole(AriaRole.Row, new() { Name = "US1" })).Not.ToContainTextAsync("…");
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Mark .* as read$") }).ClickAsync();
        await Expect(inbox.Toasts).ToContainTextAsync("marked as read at Make.");
        await inbox.Toasts.GetByRole(AriaRole.Link, new() { Name = "Receipt" }).ClickAsync();

        var link = activity.Receipt.GetByRole(AriaRole.Link);
        await Expect(link).ToBeVisibleAsync();
        await link.ClickAsync();

        await Expect(inbox.Search).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^zone:us1"));
        await Expect(inbox.Rows.First).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    private static async Task DeleteAsync(InboxScreen inbox, int place)
    {
        await InboxScreen.PickOf(inbox.Row(place)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await Expect(inbox.Selected).ToHaveCountAsync(0);
    }
}
