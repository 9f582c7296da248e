using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>The main pages on a desk and in a hand, light and dark: nothing sticks out. With <c>UPDATE_SCREENSHOTS=1</c> the documentation's pictures are taken anew.</summary>
public sealed class PictureTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly bool Keep = Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";

    public static TheoryData<int, int, bool> Devices => new() { { 1280, 800, false }, { 1280, 800, true }, { 390, 844, false }, { 390, 844, true } };

    /// <summary>Long enough to be seen in a picture.</summary>
    protected override TimeSpan UndoWindow => TimeSpan.FromMinutes(5);

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Main_pages_fit_the_window(int width, int height, bool dark)
    {
        await StartAsync(Quiet());
        var device = new VisitOptions(width, height, dark);
        var visit = await VisitAsync(device);
        var (page, connect, inbox, detail) = (visit.Page, new ConnectScreen(visit.Page), new InboxScreen(visit.Page), new DetailScreen(visit.Page));
        var failure = (await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel)).NewestFirst[0];

        await page.GotoAsync("/");
        await new SignInScreen(page).ChooseAsync(Person.Alice);
        await Expect(connect.Sample(Person.Alice)).ToBeVisibleAsync();
        await TakeAsync(visit, "first-visit", device);
        await connect.ConnectAsync(Person.Alice);
        await inbox.WaitForCountAsync(10_000);
        await inbox.WaitForAllAsync();
        await TakeAsync(visit, "inbox", device);
        await InboxScreen.SubjectOf(inbox.RowOf(failure.Row.Id)).ClickAsync();
        await detail.WaitAsync();
        await TakeAsync(visit, "inbox-detail", device);
        await page.GotoAsync("/");
        await inbox.WaitForAllAsync();
        await InboxScreen.PickOf(inbox.Row(2)).ClickAsync();
        await inbox.Done.ClickAsync();
        await Expect(inbox.Row(2)).ToContainTextAsync("Done");
        await InboxScreen.PickOf(inbox.Row(3)).ClickAsync();
        await InboxScreen.PickOf(inbox.Row(4)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await inbox.WaitForCountAsync(9_998);
        await Expect(inbox.Undo).ToHaveCountAsync(2);
        await TakeAsync(visit, "inbox-undo", device);
        await page.GotoAsync("/activity");
        await Expect(page.GetByText("will be deleted at Make").First).ToBeVisibleAsync();
        await TakeAsync(visit, "activity", device);
        await page.GotoAsync(failure.Path);
        await detail.WaitAsync();
        await TakeAsync(visit, "notification", device);
        await page.GotoAsync("/settings/connections");
        await Expect(connect.Disconnect).ToBeVisibleAsync();
        await TakeAsync(visit, "connections", device);
        visit.AssertQuiet();
    }

    private static async Task TakeAsync(Visit visit, string name, VisitOptions device)
    {
        var wide = await visit.Page.EvaluateAsync<string[]>(
            "() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 200))");
        Assert.True(wide.Length == 0, $"{name} is wider than the window:\n{string.Join('\n', wide)}");
        if (Keep)
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "images", $"{name}-{(device.Dark ? "dark" : "light")}-{device.Width}.png") });
    }
}
