using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What is shown is in the address: a reload, Back and a colleague's paste all bring it back.</summary>
public sealed class AddressTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Zone_order_filter_and_open_notification_survive_reload_and_back()
    {
        await StartAsync(Quiet(500));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var inZone = make.BySubject.Where(one => one.Zone.Name == "EU2").ToArray();
        var unread = inZone.Where(one => one.Unread).ToArray();
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, detail) = (visit.Page, new InboxScreen(visit.Page), new DetailScreen(visit.Page));

        await inbox.Zone("EU2").ClickAsync();
        await inbox.WaitForCountAsync(inZone.Length);
        await inbox.SortByAsync("Subject");
        await inbox.ExpectRowAsync(1, inZone[0].Row);
        await inbox.UnreadOnly.ClickAsync();
        await inbox.WaitForCountAsync(unread.Length);
        await InboxScreen.SubjectOf(inbox.Row(2)).ClickAsync();
        await Expect(detail.Id).ToHaveTextAsync(unread[1].Row.Id);
        Assert.Contains("zone", page.Url, StringComparison.Ordinal);
        Assert.Contains("sort=subject", page.Url, StringComparison.Ordinal);
        Assert.Contains("open=", page.Url, StringComparison.Ordinal);

        await page.ReloadAsync();
        await inbox.WaitForCountAsync(unread.Length);
        await inbox.ExpectRowAsync(1, unread[0].Row);
        await Expect(inbox.Zone("EU2")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(inbox.Header("Subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(inbox.UnreadOnly).ToBeCheckedAsync();
        await Expect(detail.Id).ToHaveTextAsync(unread[1].Row.Id);

        await page.GoBackAsync();
        await Expect(detail.Panel).ToHaveCountAsync(0);
        await Expect(inbox.UnreadOnly).ToBeCheckedAsync();
        await page.GoBackAsync();
        await inbox.WaitForCountAsync(inZone.Length);
        await Expect(inbox.UnreadOnly).Not.ToBeCheckedAsync();
        await page.GoBackAsync();
        await Expect(inbox.Header("Created")).ToHaveAttributeAsync("aria-sort", "descending");
        await page.GoBackAsync();
        await inbox.WaitForCountAsync(500);
        await page.GoForwardAsync();
        await inbox.WaitForCountAsync(inZone.Length);
        await page.GoForwardAsync();
        await inbox.ExpectRowAsync(1, inZone[0].Row);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Address_that_cannot_be_read_says_so_and_shows_the_way_back()
    {
        await StartAsync(Quiet(50));
        var visit = await InboxOfAsync(Person.Alice);

        await visit.Page.GotoAsync("/?q=colour:blue&sort=mood");

        await Expect(visit.Page.GetByText("Not understood")).ToBeVisibleAsync();
        await new InboxScreen(visit.Page).WaitForCountAsync(50);
        visit.AssertQuiet();
    }
}
