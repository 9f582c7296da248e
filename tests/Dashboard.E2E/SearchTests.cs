using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>A query is typed, completed, applied, told to be wrong, taken apart and gone back from.</summary>
public sealed class SearchTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Query_that_is_typed_filters_the_list_and_stands_in_the_address()
    {
        await StartAsync(Quiet(500));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var inZone = make.BySubject.Where(one => one.Zone.Name == "EU2").ToArray();
        var unread = inZone.Count(one => one.Unread);
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        await inbox.WaitForCountAsync(500);
        await inbox.WaitForAllAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(inbox.Search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("zone:eu2");
        await Expect(inbox.Suggestions).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await inbox.WaitForCountAsync(inZone.Length);
        await page.Keyboard.TypeAsync(" is:unread");
        await page.Keyboard.PressAsync("Enter");
        await inbox.WaitForCountAsync(unread);
        Assert.Contains("is:unread", Uri.UnescapeDataString(page.Url), StringComparison.Ordinal);

        await page.Keyboard.TypeAsync(" (");
        await page.Keyboard.PressAsync("Enter");
        await Expect(inbox.SearchTrouble).ToContainTextAsync("this ( is never closed");
        await Expect(inbox.Search).ToHaveAttributeAsync("aria-invalid", "true");
        await inbox.WaitForCountAsync(unread);

        await inbox.RemoveFilter("is:unread").ClickAsync();
        await inbox.WaitForCountAsync(inZone.Length);
        await Expect(inbox.SearchTrouble).ToHaveCountAsync(0);
        await Expect(inbox.Search).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^zone:[^ ]+$"));

        await page.GoBackAsync();
        await inbox.WaitForCountAsync(unread);
        await page.GoBackAsync();
        await inbox.WaitForCountAsync(500);
        await Expect(inbox.Search).ToHaveValueAsync("");
        visit.AssertQuiet();
    }
}
