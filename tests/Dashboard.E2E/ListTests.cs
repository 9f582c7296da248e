using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>The list over everything a person has.</summary>
public sealed class ListTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Ten_thousand_rows_are_right_to_the_last_in_every_way_to_reach_it()
    {
        await StartAsync();
        var visit = await InboxOfAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        Assert.Equal(10_000, make.Notifications.Count);

        await inbox.WaitForCountAsync(10_000);
        await inbox.ExpectRowAsync(1, make.NewestFirst[0].Row);
        await inbox.ScrollAsync(1);
        await inbox.ExpectRowAsync(10_000, make.NewestFirst[^1].Row);
        await inbox.ScrollAsync(0);
        await inbox.ExpectRowAsync(1, make.NewestFirst[0].Row);
        await inbox.Grid.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await inbox.ExpectRowAsync(10_000, make.NewestFirst[^1].Row);

        await inbox.SortByAsync("Subject");
        await Expect(inbox.Header("Subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        await inbox.ExpectRowAsync(1, make.BySubject[0].Row);
        await inbox.ScrollAsync(1);
        await inbox.ExpectRowAsync(10_000, make.BySubject[^1].Row);
        visit.AssertQuiet();
    }
}
