using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Back, Forward and a reload come back to the place in the list, not only to the list.</summary>
public sealed class PlaceTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Back_and_a_reload_restore_filter_scroll_and_cursor()
    {
        await StartAsync(Quiet(3_000));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        await inbox.WaitForCountAsync(3_000);
        await inbox.ScrollAsync(0.5);
        await Expect(inbox.Row(1_500)).ToBeInViewportAsync();
        await InboxScreen.PickOf(inbox.Row(1_500)).ClickAsync();
        await Expect(inbox.Row(1_500)).ToHaveAttributeAsync("data-cursor", "");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("() => history.state?.place?.cursor === 1499");
        var name = await inbox.Cursor.GetAttributeAsync("id");

        await inbox.UnreadOnly.ClickAsync();
        await Expect(inbox.Row(1)).ToBeInViewportAsync();
        await page.GoBackAsync();
        await inbox.WaitForCountAsync(3_000);
        await Expect(inbox.Cursor).ToHaveAttributeAsync("id", name!);
        await Expect(inbox.Cursor).ToBeInViewportAsync();

        await page.GoForwardAsync();
        await Expect(inbox.Row(1)).ToBeInViewportAsync();
        await page.GoBackAsync();
        await Expect(inbox.Cursor).ToHaveAttributeAsync("id", name!);
        await page.ReloadAsync();
        await Expect(inbox.Cursor).ToHaveAttributeAsync("id", name!);
        await Expect(inbox.Cursor).ToBeInViewportAsync();
        visit.AssertQuiet();
    }
}
