using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What a person is told when something is wrong, and how they get on.</summary>
public sealed class TroubleTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 100;

    private readonly CircuitLine _line = new();

    [Fact]
    public async Task Zones_a_person_has_no_part_in_are_named_and_the_others_shown()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Carol);
        var inbox = new InboxScreen(visit.Page);

        await Expect(inbox.Notices).ToContainTextAsync(["US1"]);
        await Expect(inbox.Notices).ToContainTextAsync(["US2"]);
        await Expect(inbox.Zone("US1")).ToContainTextAsync("no access");
        await Expect(inbox.Notices.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        await inbox.WaitForCountAsync(Rows);
        visit.AssertQuiet();
    }

    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Drop)]
    public async Task List_stays_while_Make_does_not_answer_and_goes_on_when_it_does(FaultKind kind)
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Any, Kind = kind, RetryAfterSeconds = 1 });
        await inbox.Refresh.ClickAsync();
        await Expect(inbox.Notices.First).ToContainTextAsync("behind");
        await inbox.WaitForCountAsync(Rows);
        await Expect(inbox.Rows.First).ToBeVisibleAsync();

        Dashboard.Sandbox.ClearFaults();
        var arrived = await Dashboard.Sandbox.DeliverAsync(Person.Alice, "Came meanwhile", "", copies: false, DateTimeOffset.UtcNow, Cancel);
        await inbox.Notices.First.GetByRole(AriaRole.Button).ClickAsync();

        await inbox.WaitForCountAsync(Rows + 1);
        await inbox.ExpectRowAsync(1, arrived.Row);
        await Expect(inbox.Notices).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Message_that_cannot_be_fetched_says_so_and_can_be_tried_again()
    {
        await StartAsync(Quiet(Rows));
        var visit = await InboxOfAsync(Person.Alice);
        var (inbox, detail) = (new InboxScreen(visit.Page), new DetailScreen(visit.Page));
        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Detail, Kind = FaultKind.Status, Status = 503 });
        await InboxScreen.SubjectOf(inbox.Row(1)).ClickAsync();
        await Expect(detail.Problem).ToBeVisibleAsync();

        Dashboard.Sandbox.ClearFaults();
        await detail.Problem.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await detail.WaitAsync();
        await Expect(detail.Problem).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Connecting_while_Make_is_down_stores_nothing_says_so_and_works_later()
    {
        await StartAsync(Quiet(Rows));
        var visit = await VisitAsync();
        await visit.Page.GotoAsync("/");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        var connect = new ConnectScreen(visit.Page);
        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Any, Kind = FaultKind.Drop });
        await connect.ConnectAsync(Person.Alice);
        await Expect(connect.Problem).ToContainTextAsync("nothing stored");

        Dashboard.Sandbox.ClearFaults();
        await connect.ConnectAsync(Person.Alice);

        await new InboxScreen(visit.Page).WaitForCountAsync(Rows);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Circuit_whose_line_is_cut_says_so_and_goes_on_where_it_was()
    {
        await StartAsync(Quiet(Rows), configure: builder => builder.Services.AddSingleton<IStartupFilter>(_line));
        var visit = await InboxOfAsync(Person.Alice);
        var (inbox, lost) = (new InboxScreen(visit.Page), visit.Page.Locator("#components-reconnect-modal"));
        await InboxScreen.PickOf(inbox.Row(3)).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");

        _line.Cut();
        await Expect(lost).ToBeVisibleAsync();
        await Expect(lost).ToContainTextAsync("Connection lost");
        _line.Mend();
        await Expect(lost).ToBeHiddenAsync(new() { Timeout = 30_000 });

        await Expect(inbox.Selected).ToHaveCountAsync(1);
        await InboxScreen.PickOf(inbox.Row(4)).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("2 selected");
        Assert.Empty(visit.ForeignRequests());
    }
}
