using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>The API's description, for people to read and try.</summary>
public sealed class ApiPageTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Page_lists_the_operations_and_tries_one_under_the_portals_own_policies()
    {
        await StartAsync(Quiet(20));
        var visit = await InboxOfAsync(Person.Alice);

        await visit.Page.GotoAsync("/api/docs/index.html");

        await Expect(visit.Page.Locator(".opblock")).ToHaveCountAsync(12);
        await visit.Page.Locator("#operations-Notifications-listZones .opblock-summary").ClickAsync();
        await visit.Page.Locator("#operations-Notifications-listZones .try-out__btn").ClickAsync();
        await visit.Page.Locator("#operations-Notifications-listZones .execute").ClickAsync();
        await Expect(visit.Page.Locator("#operations-Notifications-listZones .live-responses-table .highlight-code").First).ToContainTextAsync("\"inStep\"");
        visit.AssertQuiet();
    }
}
