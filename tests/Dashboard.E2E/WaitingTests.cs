using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What arrives while a person works: it waits, is told of, and takes its place when the hands are free. The tab tells the rest.</summary>
public sealed class WaitingTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 200;

    private InboxScreen? _otherTab;

    [Fact]
    public async Task New_rows_wait_while_something_is_selected_open_typed_or_scrolled_and_then_come_by_themselves()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        await OpenOtherTabAsync(visit);
        var (page, inbox, detail) = (visit.Page, new InboxScreen(visit.Page), new DetailScreen(visit.Page));
        var rows = Rows;

        await ArriveAsync();
        await inbox.WaitForCountAsync(++rows);
        await Expect(inbox.Pill).ToHaveCountAsync(0);

        await InboxScreen.PickOf(inbox.Row(2)).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");
        await HeldBackAsync(inbox, rows);
        await page.Keyboard.PressAsync("Escape");
        await inbox.WaitForCountAsync(++rows);
        await Expect(inbox.Pill).ToHaveCountAsync(0);

        await InboxScreen.SubjectOf(inbox.Row(2)).ClickAsync();
        await Expect(detail.Panel).ToHaveCountAsync(1);
        await HeldBackAsync(inbox, rows);
        await inbox.Pill.ClickAsync();
        await inbox.WaitForCountAsync(++rows);
        await Expect(detail.Panel).ToHaveCountAsync(1);
        await detail.Close.ClickAsync();
        await Expect(detail.Panel).ToHaveCountAsync(0);

        await inbox.Search.PressSequentiallyAsync(" ");
        await HeldBackAsync(inbox, rows);
        await inbox.Search.PressAsync("Enter");
        await inbox.WaitForCountAsync(++rows);

        await inbox.ScrollAsync(0.5);
        await Expect(inbox.Row(1)).ToHaveCountAsync(0);
        await HeldBackAsync(inbox, rows);
        await inbox.ScrollAsync(0);
        await inbox.WaitForCountAsync(++rows);
        await Expect(inbox.Pill).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Pill_tells_how_many_of_the_new_ones_match_the_view()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        await OpenOtherTabAsync(visit);
        var inbox = new InboxScreen(visit.Page);
        await visit.Page.GotoAsync("/?q=encountered");
        await inbox.WaitForAllAsync();
        await InboxScreen.PickOf(inbox.Row(2)).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");

        await ArriveAsync("Something else");
        await Expect(inbox.Pill).ToHaveTextAsync("1 new · none matches this view");
        await ArriveAsync("Encountered once");
        await Expect(inbox.Pill).ToHaveTextAsync("2 new · 1 matches this view");
        await ArriveAsync("Encountered again");
        await Expect(inbox.Pill).ToHaveTextAsync("3 new · 2 match this view");
        await Expect(visit.Page.Locator("[role=status]").Filter(new() { Has = inbox.Pill })).ToHaveCountAsync(1);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Tab_carries_the_unread_count_marks_trouble_and_is_plain_elsewhere()
    {
        await StartAsync(Quiet(Rows));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var unread = make.Notifications.Count(one => one.Unread);
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, icon) = (visit.Page, new InboxScreen(visit.Page), visit.Page.Locator("link[rel=icon]"));

        await Expect(page).ToHaveTitleAsync($"({unread}) Inbox · Make notifications");
        await Expect(icon).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex($"^data:image/svg.*%3E{unread}%3C%2Ftext"));
        await inbox.Zone("EU2").ClickAsync();
        await Expect(inbox.Zone("EU2")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(page).ToHaveTitleAsync($"({unread}) Inbox · Make notifications");

        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Any, Kind = FaultKind.Status, Status = 503 });
        await inbox.Refresh.ClickAsync();
        await Expect(page).ToHaveTitleAsync($"! ({unread}) Inbox · Make notifications");
        await Expect(icon).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("ffc47a"));

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("s");
        await Expect(page).ToHaveTitleAsync("Preferences · Make notifications");
        await Expect(icon).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex(@"favicon\.svg$"));
        visit.AssertQuiet();
    }

    private async Task OpenOtherTabAsync(Visit visit)
    {
        var page = await visit.Context.NewPageAsync();
        await page.GotoAsync("/");
        _otherTab = new InboxScreen(page);
        await _otherTab.WaitForAllAsync();
        await visit.Page.BringToFrontAsync();
    }

    private async Task HeldBackAsync(InboxScreen inbox, int rows)
    {
        await ArriveAsync();
        await Expect(inbox.Pill).ToHaveTextAsync("1 new");
        await inbox.WaitForCountAsync(rows);
    }

    /// <summary>Something arrives at Make, and the portal looks because another tab of the person's asks for it.</summary>
    private async Task ArriveAsync(string subject = "Came meanwhile")
    {
        await Dashboard.Sandbox.DeliverAsync(Person.Alice, subject, "", copies: false, DateTimeOffset.UtcNow, Cancel);
        await _otherTab!.Refresh.ClickAsync();
    }
}
