using System.Text.Json;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What was deleted is read, searched and exported from the recycle bin, and deleted from there for good.</summary>
public sealed class BinTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 200;
    private const string Subject = "Unmistakable zebra crossing";

    private static readonly bool Keep = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";

    public static TheoryData<int, int, bool> Devices => new() { { 1280, 800, false }, { 1280, 800, true }, { 390, 844, false }, { 390, 844, true } };

    protected override TimeSpan UndoWindow => TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Deleted_notification_is_read_in_the_bin_found_exported_and_deleted_for_good()
    {
        await StartAsync(Quiet(Rows));
        var visit = await FilledBinAsync();
        var (page, inbox, bin) = (visit.Page, new InboxScreen(visit.Page), new BinScreen(visit.Page));
        await inbox.WaitForCountAsync(3);
        await Expect(inbox.Marked).ToHaveCountAsync(3);
        await Expect(inbox.Marked.First).ToContainTextAsync("Gone from Make");

        await InboxScreen.SubjectOf(inbox.Row(1)).ClickAsync();
        await Expect(bin.Panel).ToContainTextAsync(Subject);
        await Expect(bin.Message).ToContainTextAsync("Quite unmistakable marmalade");
        await page.Keyboard.PressAsync("Escape");
        await Expect(bin.Panel).ToHaveCountAsync(0);
        await InboxScreen.SubjectOf(inbox.Row(2)).ClickAsync();
        await Expect(bin.Panel).ToContainTextAsync("No message was kept");
        await page.Keyboard.PressAsync("u");

        await inbox.Search.FillAsync("zebra");
        await inbox.WaitForCountAsync(1);
        await inbox.Export.Locator("summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => inbox.Export.GetByRole(AriaRole.Button, new() { Name = "JSON, all shown" }).ClickAsync());
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync(), Cancel));
        Assert.Equal([Subject], json.RootElement.EnumerateArray().Select(row => row.GetProperty("subject").GetString()));

        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await bin.ForgetSelected.ClickAsync();
        await Expect(inbox.Dialog).ToContainTextAsync("can’t be undone");
        await bin.Confirm.ClickAsync();
        await inbox.WaitForCountAsync(0);
        await page.GotoAsync("/activity/bin");
        await inbox.WaitForCountAsync(2);
        await bin.Empty.ClickAsync();
        await bin.Confirm.ClickAsync();
        await Expect(bin.Nothing).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Bin_that_cannot_be_read_says_so_and_offers_to_try_again()
    {
        await StartAsync(Quiet(Rows));
        var visit = await FilledBinAsync();
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        await inbox.WaitForCountAsync(3);
        await ChangeDatabaseAsync("ALTER TABLE BinRows RENAME TO Elsewhere");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not read the recycle bin");

        await ChangeDatabaseAsync("ALTER TABLE Elsewhere RENAME TO BinRows");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await inbox.WaitForCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Receipt_that_cannot_be_read_says_so_and_offers_to_try_again()
    {
        await StartAsync(Quiet(Rows));
        var visit = await FilledBinAsync();
        var (page, activity) = (visit.Page, new ActivityScreen(visit.Page));
        await page.GotoAsync("/activity");
        await ChangeDatabaseAsync("ALTER TABLE ActionBatches RENAME TO Elsewhere");
        await ActivityScreen.Offer(activity.Entries.First, "Receipt").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("could not read what was done");

        await ChangeDatabaseAsync("ALTER TABLE Elsewhere RENAME TO ActionBatches");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(activity.Receipt).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Bin_that_is_switched_off_says_so()
    {
        await StartAsync(Quiet(Rows), new Dictionary<string, string?> { ["Actions:RecycleBinDays"] = "0" });
        var visit = await InboxOfAsync(Person.Alice);

        await visit.Page.GotoAsync("/activity/bin");

        await Expect(visit.Page.GetByText("The recycle bin is switched off here")).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Activity_and_bin_fit_the_window_and_are_accessible(int width, int height, bool dark)
    {
        await StartAsync(Quiet(Rows));
        var device = new VisitOptions(width, height, dark);
        var visit = await FilledBinAsync(device);
        var (page, inbox, activity, bin) = (visit.Page, new InboxScreen(visit.Page), new ActivityScreen(visit.Page), new BinScreen(visit.Page));
        await inbox.WaitForCountAsync(3);
        await InboxScreen.PickOf(inbox.Row(2)).ClickAsync();
        await CheckAsync(visit, "bin", device);
        await bin.ForgetSelected.ClickAsync();
        await Expect(bin.Confirm).ToBeVisibleAsync();
        await CheckAsync(visit, "bin-confirm", device);
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(inbox.Dialog).ToHaveCountAsync(0);
        await InboxScreen.SubjectOf(inbox.Row(1)).ClickAsync();
        await Expect(bin.Message).ToBeAttachedAsync();
        await CheckAsync(visit, "bin-detail", device);
        await page.GotoAsync("/activity");
        await ActivityScreen.Offer(activity.Entries.First, "Receipt").ClickAsync();
        await Expect(activity.Receipt).ToBeVisibleAsync();
        await CheckAsync(visit, "activity", device);
        await page.GotoAsync("/activity?kind=reopen");
        await Expect(activity.Count).ToContainTextAsync("Nothing of this kind");
        await CheckAsync(visit, "activity-none", device);
        await page.GotoAsync("/?q=is:unread");
        await inbox.WaitForAllAsync();
        await inbox.MarkAll.ClickAsync();
        await Expect(inbox.Dialog.Locator("table[aria-busy=false]")).ToBeVisibleAsync();
        await CheckAsync(visit, "mark-all", device);
        visit.AssertQuiet();
    }

    /// <summary>Three deleted ones, of which the first was read before; the bin is open.</summary>
    private async Task<Visit> FilledBinAsync(VisitOptions? device = null)
    {
        await Dashboard.Sandbox.DeliverAsync(Person.Alice, Subject, "<p>Quite <b>unmistakable</b> marmalade</p>", copies: false, DateTimeOffset.UtcNow, Cancel);
        var visit = await InboxOfAsync(Person.Alice, device);
        var (page, inbox, detail, activity) = (visit.Page, new InboxScreen(visit.Page), new DetailScreen(visit.Page), new ActivityScreen(visit.Page));
        await InboxScreen.SubjectOf(inbox.Row(1)).ClickAsync();
        await detail.WaitAsync();
        await detail.Close.ClickAsync();
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await InboxScreen.PickOf(inbox.Row(3)).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await inbox.Delete.ClickAsync();
        // The message about it comes up where the pointer is, and would be held by it.
        await page.Mouse.MoveAsync(1, 1);
        await inbox.WaitForCountAsync(Rows + 1 - 3);
        await page.GotoAsync("/activity");
        await Expect(ActivityScreen.StateOf(activity.Entry("Delete 3 notifications"))).ToHaveTextAsync("Over", new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "Recycle bin", Exact = true }).ClickAsync();
        return visit;
    }

    private async Task ChangeDatabaseAsync(string sql)
    {
        await using var database = await Dashboard.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancel);
        await database.Database.ExecuteSqlRawAsync(sql, Cancel);
    }

    private static async Task CheckAsync(Visit visit, string name, VisitOptions device)
    {
        Assert.Empty(await visit.Page.GraveViolationsAsync(name, Cancel));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than the window.");
        if (Keep)
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"{name}-{(device.Dark ? "dark" : "light")}-{device.Width}.png") });
    }
}
