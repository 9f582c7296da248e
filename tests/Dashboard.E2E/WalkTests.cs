using System.Text;
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

/// <summary>From the first visit to signing out, over everything a person does with the portal; and no token comes to light on the way.</summary>
[Collection(ClipboardTests.Name)]
public sealed class WalkTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Subject = "Encountered error in Shared by Alice scenario";

    private readonly AnswerRecorder _answers = new();

    [Fact]
    public async Task Whole_walk_works_and_shows_no_token_anywhere()
    {
        await StartAsync(configure: builder => builder.Services.AddSingleton<IStartupFilter>(_answers));
        var shared = await Dashboard.Sandbox.DeliverAsync(Person.Alice, Subject, "<p>It <strong>failed</strong>.</p>", copies: true, DateTimeOffset.UtcNow, Cancel);
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);

        var alice = await VisitAsync();
        await alice.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await SignInAndConnectAsync(alice);
        await ReadTheListAsync(alice, make);
        var link = await OpenAndShareAsync(alice, shared);
        var ben = await OpenAsColleagueAsync(link, shared);
        var carol = await OpenAsStrangerAsync(link);
        await MarkOneZoneAsync(alice, make);
        await DeleteFiveOfWhichTwoStayAsync(alice, make);
        string[] stored = [await alice.StoredAsync(), await ben.StoredAsync(), await carol.StoredAsync()];
        await SignOutAsync(alice);

        Visit[] visits = [alice, ben, carol];
        foreach (var visit in visits)
            visit.AssertQuiet();
        var tokens = new SecretSearch(Dashboard.Sandbox.SampleTokens.Select(sample => sample.Token));
        Assert.Empty(tokens.FindIn(visits.SelectMany(visit => visit.Wire)));
        Assert.Empty(tokens.FindIn(_answers.Answers));
        Assert.Empty(tokens.FindIn(stored.Select(text => ("kept by the browser", Encoding.UTF8.GetBytes(text)))));
        Assert.Empty(tokens.FindIn(Dashboard.Log.Lines.Select(line => (line, Encoding.UTF8.GetBytes(line)))));
        Assert.Contains(visits.SelectMany(visit => visit.Wire), wire => wire.Place == "frame received" && wire.Content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Subject)) >= 0);
        Assert.Contains(_answers.Answers, answer => answer.Content.Length > 1_000);
    }

    [Fact]
    public async Task Pasted_token_is_in_the_form_that_sends_it_and_nowhere_else()
    {
        await StartAsync(Quiet(100), configure: builder => builder.Services.AddSingleton<IStartupFilter>(_answers));
        var token = Dashboard.Sandbox.SampleTokens.First(sample => sample.Label == Person.Alice.Sample).Token;
        var visit = await VisitAsync();
        await visit.Page.GotoAsync("/settings/connections");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        var connect = new ConnectScreen(visit.Page);
        await connect.Token.FillAsync(token);
        await connect.Check.ClickAsync();
        await new InboxScreen(visit.Page).WaitForCountAsync(100);

        var search = new SecretSearch([token]);
        Assert.Equal(["body of POST /make/token"], search.FindIn(visit.Wire));
        Assert.Empty(search.FindIn(_answers.Answers));
        Assert.Empty(search.FindIn([("kept by the browser", Encoding.UTF8.GetBytes(await visit.StoredAsync()))]));
        Assert.Empty(search.FindIn(Dashboard.Log.Lines.Select(line => (line, Encoding.UTF8.GetBytes(line)))));
        visit.AssertQuiet();
    }

    private static async Task SignInAndConnectAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/");
        await Expect(new SignInScreen(visit.Page).Title).ToBeVisibleAsync();
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        await Expect(new ConnectScreen(visit.Page).Sample(Person.Alice)).ToBeVisibleAsync();
        await Expect(new InboxScreen(visit.Page).Grid).ToHaveCountAsync(0);
        await new ConnectScreen(visit.Page).ConnectAsync(Person.Alice);
        await Expect(new InboxScreen(visit.Page).Rows.First).ToBeVisibleAsync();
    }

    private static async Task ReadTheListAsync(Visit visit, MakeInbox make)
    {
        var (inbox, count) = (new InboxScreen(visit.Page), make.Notifications.Count);
        await inbox.WaitForCountAsync(count);
        await Expect(inbox.Summary).ToContainTextAsync("10,001");
        await inbox.ExpectRowAsync(1, make.NewestFirst[0].Row);
        await inbox.Grid.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await inbox.ExpectRowAsync(count, make.NewestFirst[^1].Row);
        await inbox.ScrollAsync(0);
        await inbox.ScrollAsync(1);
        await inbox.ExpectRowAsync(count, make.NewestFirst[^1].Row);

        await inbox.SortByAsync("Subject");
        await Expect(inbox.Header("Subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        await inbox.ExpectRowAsync(1, make.BySubject[0].Row);
        await inbox.Header("Created").GetByRole(AriaRole.Button).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(inbox.Header("Created")).ToHaveAttributeAsync("aria-sort", "descending");
        await inbox.ExpectRowAsync(1, make.NewestFirst[0].Row);
    }

    private static async Task<string> OpenAndShareAsync(Visit visit, MakeNotification shared)
    {
        var (inbox, detail) = (new InboxScreen(visit.Page), new DetailScreen(visit.Page));
        await InboxScreen.SubjectOf(inbox.Row(2)).ClickAsync();
        await detail.WaitAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(detail.Panel).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Home");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(detail.Subject).ToHaveTextAsync(shared.Subject);
        await Expect(detail.Message).ToContainTextAsync("It failed.");

        await detail.CopyLink.ClickAsync();
        await Expect(detail.Said).ToHaveTextAsync("Link copied.");
        var link = await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.EndsWith(shared.Path, link, StringComparison.Ordinal);
        await detail.Close.ClickAsync();
        return link;
    }

    private async Task<Visit> OpenAsColleagueAsync(string link, MakeNotification shared)
    {
        var visit = await VisitAsync();
        await visit.Page.GotoAsync(link);
        await new SignInScreen(visit.Page).ChooseAsync(Person.Ben);
        await Expect(visit.Page).ToHaveURLAsync(link);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Connect" }).ClickAsync();
        await new ConnectScreen(visit.Page).ConnectAsync(Person.Ben);
        await Expect(visit.Page).ToHaveURLAsync(link);
        var detail = new DetailScreen(visit.Page);
        await Expect(detail.Notice).ToBeVisibleAsync();
        await Expect(detail.Subject).ToHaveTextAsync(shared.Subject);
        await Expect(detail.Message).ToContainTextAsync("It failed.");
        await Expect(detail.Id).Not.ToHaveTextAsync(shared.Row.Id);
        return visit;
    }

    private async Task<Visit> OpenAsStrangerAsync(string link)
    {
        var visit = await InboxOfAsync(Person.Carol);
        await visit.Page.GotoAsync(link);
        await Expect(new ShellScreen(visit.Page).Title).ToHaveTextAsync("Not in your inbox");
        Assert.DoesNotContain(Subject, await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(visit.Wire, wire => wire.Content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Subject)) >= 0);
        return visit;
    }

    private async Task MarkOneZoneAsync(Visit visit, MakeInbox make)
    {
        var inbox = new InboxScreen(visit.Page);
        var unread = make.Notifications.Count(one => one is { Unread: true, Zone.Name: "US2" });
        await inbox.Zone("US2").ClickAsync();
        await inbox.WaitForCountAsync(make.Notifications.Count(one => one.Zone.Name == "US2"));
        await inbox.MarkAll.ClickAsync();
        await Expect(inbox.Dialog.GetByRole(AriaRole.Row, new() { Name = "US2" })).ToContainTextAsync($"{unread}");
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { Name = $"Mark {unread} as read" }).ClickAsync();
        await Expect(inbox.Toasts).ToContainTextAsync($"{unread} notifications marked as read at Make");
        await Expect(inbox.Zone("US2")).ToContainTextAsync("0 unread");
        Assert.Equal(4, Assert.Single(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Mark)).ZoneId);
        Assert.DoesNotContain((await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel)).Notifications, one => one is { Unread: true, Zone.Name: "US2" });
    }

    private async Task DeleteFiveOfWhichTwoStayAsync(Visit visit, MakeInbox make)
    {
        var inbox = new InboxScreen(visit.Page);
        var before = make.Notifications.Count(one => one.Zone.Name == "EU2");
        await inbox.Zone("EU2").ClickAsync();
        await inbox.WaitForCountAsync(before);
        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.PartialDelete, Refuse = 2, Times = 1 });
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await InboxScreen.PickOf(inbox.Row(5)).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(inbox.Summary).ToContainTextAsync("5 selected");
        await inbox.Delete.ClickAsync();
        await inbox.WaitForCountAsync(before - 5);
        await inbox.WaitForCountAsync(before - 3);
        await Expect(inbox.Marked).ToHaveCountAsync(2);
        await Expect(inbox.Marked.First).ToContainTextAsync("Still here");
        await Expect(inbox.Toasts).ToContainTextAsync("2 stay in the list");
        Assert.Single(Dashboard.Sandbox.CallsOf(Person.Alice, ApiOperation.Delete));
        Assert.Equal(before - 3, (await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel)).Notifications.Count(one => one.Zone.Name == "EU2"));
    }

    private static async Task SignOutAsync(Visit visit)
    {
        await new ShellScreen(visit.Page).SignOutAsync();
        await Expect(new ShellScreen(visit.Page).SignedOut).ToBeVisibleAsync();
    }
}
