using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>A page whose circuit is gone for good goes on by itself with the same view, and what was asked for in it is neither lost nor doubled.</summary>
public sealed class RestartTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 100;
    private const string View = "/?q=is:unread&sort=subject";

    [Fact]
    public async Task Page_of_a_server_that_is_restarted_says_so_and_comes_back_as_it_was_still_signed_in()
    {
        await StartAsync(Quiet(Rows), new Dictionary<string, string?> { ["Make:ChangeTimeout"] = "00:00:05" });
        var page = await OpenAsync();
        var (inbox, address, rows) = (new InboxScreen(page), page.Url, await CountAsync(page));
        var opened = await new DetailScreen(page).Id.InnerTextAsync();
        // Make does it, and its answer is lost: what became of it has to be found out after the restart.
        Dashboard.Sandbox.Add(new Fault { Kind = FaultKind.Drop, Operation = ApiOperation.Delete, When = FaultMoment.After, Times = 1 });
        await DeleteAsync(inbox);
        await Expect(inbox.Toasts).ToContainTextAsync("answer was lost");

        await Dashboard.StopAppAsync();

        await Expect(Lost(page)).ToBeVisibleAsync(new() { Timeout = 5_000 });
        await Expect(Lost(page)).ToContainTextAsync("Connection lost");
        await Expect(inbox.Row(1)).ToBeAttachedAsync();
        await Dashboard.StartAppAsync(Cancel);
        // Loaded anew.
        await page.WaitForFunctionAsync("() => !window.before", null, new() { Timeout = 40_000 });
        await ExpectBackAsync(page, address, rows - 1, opened);

        await ExpectDoneOnceAsync(page);
    }

    [Fact]
    public async Task Page_that_was_cut_off_for_longer_than_its_circuit_is_kept_goes_on_as_it_was()
    {
        var line = new CircuitLine();
        await StartAsync(Quiet(Rows), new Dictionary<string, string?> { ["Limits:RetainedFor"] = "00:00:00.1" }, builder => builder.Services.AddSingleton<IStartupFilter>(line));
        var page = await OpenAsync();
        var (inbox, address, rows) = (new InboxScreen(page), page.Url, await CountAsync(page));
        var opened = await new DetailScreen(page).Id.InnerTextAsync();
        await DeleteAsync(inbox);

        line.Cut();
        await Expect(Lost(page)).ToBeVisibleAsync();
        // The undo window goes by without the page: the server carries on.
        while (Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete).Count == 0)
            await Task.Delay(100, Cancel);
        line.Mend();
        await ExpectBackAsync(page, address, rows - 1, opened);

        await ExpectDoneOnceAsync(page);
    }

    private static ILocator Lost(IPage page) => page.Locator("#components-reconnect-modal");

    private static async Task<int> CountAsync(IPage page) =>
        int.Parse((await new InboxScreen(page).Grid.GetAttributeAsync("aria-rowcount"))!, System.Globalization.CultureInfo.InvariantCulture) - 1;

    private static async Task DeleteAsync(InboxScreen inbox)
    {
        await InboxScreen.PickOf(inbox.Row(4)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await Expect(inbox.Undo).ToBeVisibleAsync();
    }

    /// <summary>Filter, order and the open notification are as they were, without signing in.</summary>
    private static async Task ExpectBackAsync(IPage page, string address, int rows, string opened)
    {
        var (inbox, detail) = (new InboxScreen(page), new DetailScreen(page));
        await Expect(Lost(page)).ToBeHiddenAsync(new() { Timeout = 40_000 });
        await inbox.WaitForAllAsync();
        await inbox.WaitForCountAsync(rows);
        await Expect(page).ToHaveURLAsync(address);
        await Expect(inbox.UnreadOnly).ToBeCheckedAsync();
        await Expect(inbox.Header("Subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(detail.Id).ToHaveTextAsync(opened);
        await detail.WaitAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = (await InboxOfAsync(Person.Alice)).Page;
        var inbox = new InboxScreen(page);
        await page.GotoAsync(View);
        await inbox.WaitForAllAsync();
        await InboxScreen.SubjectOf(inbox.Row(2)).ClickAsync();
        await new DetailScreen(page).WaitAsync();
        await page.EvaluateAsync("() => { window.before = true; }");
        return page;
    }

    private async Task ExpectDoneOnceAsync(IPage page)
    {
        await page.GotoAsync("/activity");
        var delete = new ActivityScreen(page).Entry("Delete 1 notification");
        await Expect(ActivityScreen.StateOf(delete)).ToHaveTextAsync("Over", new() { Timeout = 40_000 });
        await Expect(delete).ToContainTextAsync("1 notification deleted at Make.");
        Assert.Single(Assert.Single(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete)).Changed);
    }
}
