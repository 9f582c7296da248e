using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Who has signed out sees nothing more, in any tab.</summary>
public sealed class SignedOutTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Page_that_was_open_in_another_tab_shows_nothing_more()
    {
        await StartAsync(Quiet(50));
        var visit = await InboxOfAsync(Person.Alice);
        await new InboxScreen(visit.Page).WaitForCountAsync(50);
        var other = await visit.Context.NewPageAsync();
        await other.GotoAsync(Dashboard.Address.ToString());
        await new InboxScreen(other).WaitForCountAsync(50);

        await new ShellScreen(other).SignOutAsync();
        await Expect(new ShellScreen(other).SignedOut).ToBeVisibleAsync();

        await Expect(new SessionsScreen(visit.Page).Ended).ToBeVisibleAsync();
        await Expect(new SessionsScreen(visit.Page).Reason).ToContainTextAsync("You signed out in this browser.");
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Grid)).ToHaveCountAsync(0);
    }
}
