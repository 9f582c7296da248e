using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Connections to Make as a person has them: made, told apart, lost and found again.</summary>
public sealed class ConnectionTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 100;

    private const string Connections = "/settings/connections";

    [Fact]
    public async Task Access_that_ends_at_Make_loses_nothing_and_is_taken_up_again()
    {
        await StartAsync(Quiet(Rows));
        var visit = await VisitAsync();
        var (page, connect, inbox) = (visit.Page, new ConnectScreen(visit.Page), new InboxScreen(visit.Page));
        await page.GotoAsync(Connections);
        await new SignInScreen(page).ChooseAsync(Person.Alice);
        await connect.ContinueToMake.ClickAsync();
        await connect.Consent($"Allow as {Person.Alice.Name}").ClickAsync();
        await inbox.WaitForCountAsync(Rows);

        Assert.True(Dashboard.Sandbox.RevokeOAuth(Person.Alice.Email));
        await inbox.Refresh.ClickAsync();
        await Expect(inbox.Notices.First).ToContainTextAsync("Connect to Make again");
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await inbox.Delete.ClickAsync();
        await inbox.WaitForCountAsync(Rows - 1);
        await Expect(inbox.Toasts).ToContainTextAsync("Waits until you connect");

        await inbox.Notices.First.GetByRole(AriaRole.Link, new() { Name = "Connections" }).ClickAsync();
        await Expect(connect.Cards).ToContainTextAsync("Connect again.");
        await connect.Reconnect.ClickAsync();
        await connect.Consent($"Allow as {Person.Alice.Name}").ClickAsync();

        await Expect(connect.Cards).ToContainTextAsync("by OAuth");
        await Expect(connect.Reconnect).ToHaveCountAsync(0);
        await page.GotoAsync("/activity");
        await Expect(ActivityScreen.StateOf(new ActivityScreen(page).Entries.First)).ToContainTextAsync("Over");
        Assert.Equal([200], Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete).Select(call => call.Status));
        await page.GotoAsync("/");
        await inbox.WaitForCountAsync(Rows - 1);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Person_who_denies_is_told_and_can_try_again()
    {
        await StartAsync(Quiet(Rows));
        var visit = await VisitAsync();
        var connect = new ConnectScreen(visit.Page);
        await visit.Page.GotoAsync(Connections);
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);

        await connect.ContinueToMake.ClickAsync();
        await connect.Consent("Deny").ClickAsync();

        await Expect(connect.Problem).ToContainTextAsync("You did not allow access at Make.");
        await Expect(connect.ContinueToMake).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Two_accounts_are_told_apart_and_shown_one_by_one_under_the_names_the_person_gives()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, connect, inbox) = (visit.Page, new ConnectScreen(visit.Page), new InboxScreen(visit.Page));
        await page.GotoAsync(Connections);
        await connect.ConnectAsync(Person.Ben);
        await inbox.WaitForCountAsync(2 * Rows);

        await page.GotoAsync(Connections);
        await connect.Cards.Nth(1).GetByLabel("Name").FillAsync("Ben at work");
        await connect.Cards.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(connect.Problem).ToContainTextAsync("Renamed.");
        await connect.Cards.Nth(1).GetByRole(AriaRole.Link, new() { Name = "Show only these" }).ClickAsync();

        await inbox.WaitForCountAsync(Rows);
        await Expect(page.Locator(".zones li").Filter(new() { HasText = "Ben at work" })).ToHaveCountAsync(4);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("connection"));
        visit.AssertQuiet();
    }
}
