using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Every page and state through axe, in both colour schemes, on a desk and in a hand: nothing serious or critical.</summary>
[Collection(ClipboardTests.Name)]
public sealed class AccessibilityTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Subject = "Encountered error in Shared scenario";

    private readonly List<string> _violations = [];

    public static TheoryData<int, int, bool> Devices => new() { { 1280, 800, false }, { 1280, 800, true }, { 390, 844, false }, { 390, 844, true } };

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Pages_and_states_have_no_serious_violation(int width, int height, bool dark)
    {
        await StartAsync(Quiet(200));
        var created = DateTimeOffset.UtcNow;
        var shared = await Dashboard.Sandbox.DeliverAsync(Person.Alice, Subject, "<p>It <code>failed</code>, see <a href='https://eu1.make.com/1/scenarios/2'>it</a>.</p>", copies: true, created, Cancel);
        await Dashboard.Sandbox.DeliverAsync(Person.Alice, Subject, "", copies: true, created, Cancel);
        var device = new VisitOptions(width, height, dark);
        var alice = await VisitAsync(device);

        await CheckPlainPagesAsync(alice);
        await CheckConnectingAsync(alice);
        await CheckInboxAsync(alice);
        await CheckPageAsync(alice, shared);
        await CheckColleagueAsync(await InboxOfAsync(Person.Ben, device), shared);
        await CheckStrangerAsync(await InboxOfAsync(Person.Carol, device), shared);

        Assert.Empty(_violations);
        alice.AssertQuiet();
    }

    private async Task CheckPlainPagesAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/auth/signed-out");
        await CheckAsync(visit, "signed out");
        await visit.Page.GotoAsync("/not-found");
        await CheckAsync(visit, "not found");
        await visit.Page.GotoAsync("/error");
        await CheckAsync(visit, "error");
        await visit.Page.GotoAsync("/auth/ended?why=Unused&returnUrl=%2Factivity");
        await CheckAsync(visit, "session ended");
        await visit.Page.GotoAsync("/auth/refused?why=NotFinished");
        await CheckAsync(visit, "sign-in not finished");
        await visit.Page.GotoAsync("/status/403");
        await CheckAsync(visit, "not for you");
    }

    private async Task CheckConnectingAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        var connect = new ConnectScreen(visit.Page);
        await Expect(connect.Sample(Person.Alice)).ToBeVisibleAsync();
        await CheckAsync(visit, "inbox without a connection");
        await visit.Page.GotoAsync("/settings/connections");
        await connect.Token.FillAsync("not a token");
        await connect.Check.ClickAsync();
        await Expect(connect.Problem).ToBeVisibleAsync();
        await CheckAsync(visit, "connections with a problem");
        await connect.ConnectAsync(Person.Alice);
        await new InboxScreen(visit.Page).WaitForAllAsync();
        await visit.Page.GotoAsync("/settings/connections");
        await Expect(connect.Disconnect).ToBeVisibleAsync();
        await CheckAsync(visit, "connections");
        await visit.Page.GotoAsync("/settings/preferences");
        await Expect(new CommandScreen(visit.Page).SingleLetterKeys).ToBeVisibleAsync();
        await CheckAsync(visit, "preferences");
        foreach (var sessions in new[] { "/settings/sessions", "/admin/sessions" })
        {
            await visit.Page.GotoAsync(sessions);
            await Expect(new SessionsScreen(visit.Page).Sessions.First).ToBeVisibleAsync();
            await CheckAsync(visit, sessions);
        }
    }

    private async Task CheckInboxAsync(Visit visit)
    {
        var (inbox, detail, shell) = (new InboxScreen(visit.Page), new DetailScreen(visit.Page), new ShellScreen(visit.Page));
        await visit.Page.GotoAsync("/");
        await inbox.WaitForAllAsync();
        await CheckAsync(visit, "inbox");
        await shell.OpenAccountAsync();
        await CheckAsync(visit, "account menu");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(shell.Account).Not.ToHaveAttributeAsync("open", "");
        await CheckCommandsAsync(visit);
        await CheckHelpAndViewsAsync(visit);

        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.PartialDelete, Refuse = 1 });
        await InboxScreen.PickOf(inbox.Row(4)).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");
        await CheckAsync(visit, "a row selected");
        await inbox.Delete.ClickAsync();
        await Expect(inbox.Undo).ToBeVisibleAsync();
        await CheckAsync(visit, "a delete that can be undone");
        await Expect(inbox.Marked).ToHaveCountAsync(1);
        await Expect(inbox.Toasts).ToContainTextAsync("It stays in the list");
        await CheckAsync(visit, "a row that was not deleted");

        await inbox.MarkAll.ClickAsync();
        await Expect(inbox.Focused).ToHaveCountAsync(1);
        await CheckAsync(visit, "asking about marking");
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Mark .* as read$") }).ClickAsync();
        await Expect(inbox.Toasts).ToContainTextAsync("marked as read at Make.");
        await CheckAsync(visit, "what Make answered");

        await InboxScreen.SubjectOf(inbox.Row(1)).ClickAsync();
        await detail.WaitAsync();
        await CheckAsync(visit, "inbox with a notification");
        await CheckGroupAsync(visit);
        await visit.Page.GotoAsync("/?q=is:unread");
        await inbox.WaitForCountAsync(0);
        await CheckAsync(visit, "nothing matches");
        await visit.Page.GotoAsync("/?q=colour:blue");
        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First).ToBeVisibleAsync();
        await CheckAsync(visit, "a query that can't be read");
    }

    private async Task CheckCommandsAsync(Visit visit)
    {
        var (commands, keys) = (new CommandScreen(visit.Page), visit.Page.Keyboard);
        await commands.OpenPaletteAsync();
        await CheckAsync(visit, "palette");
        await keys.TypeAsync("delete");
        await Expect(commands.Active).ToHaveAttributeAsync("aria-disabled", "true");
        await keys.PressAsync("Enter");
        await Expect(commands.Told).Not.ToBeEmptyAsync();
        await CheckAsync(visit, "palette with a command that can't be run");
        await keys.PressAsync("Escape");
        await keys.PressAsync("*");
        await Expect(commands.Hint).ToContainTextAsync("Select all");
        await CheckAsync(visit, "a key that waits for the next");
        await keys.PressAsync("Escape");
        await keys.PressAsync("?");
        await Expect(commands.Keys).ToBeVisibleAsync();
        await CheckAsync(visit, "keys");
        await commands.SingleLetterKeys.ClickAsync();
        await Expect(commands.Keys.Locator(".off").First).ToBeVisibleAsync();
        await CheckAsync(visit, "keys with some off");
        await commands.SingleLetterKeys.ClickAsync();
        await Expect(commands.Keys.Locator(".off")).ToHaveCountAsync(0);
        await keys.PressAsync("Escape");
        await Expect(commands.Keys).ToHaveCountAsync(0);
    }

    private async Task CheckHelpAndViewsAsync(Visit visit)
    {
        var (inbox, views, keys) = (new InboxScreen(visit.Page), new ViewsScreen(visit.Page), visit.Page.Keyboard);
        await inbox.SearchHelp.Locator("summary").ClickAsync();
        await Expect(inbox.SearchHelp.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await CheckAsync(visit, "search help");
        await keys.PressAsync("Escape");
        await Expect(inbox.SearchHelp).Not.ToHaveAttributeAsync("open", "");
        await views.AskToSaveAsync("Unread");
        await Expect(inbox.Dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(visit, "a view whose name is taken");
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(inbox.Dialog).ToHaveCountAsync(0);
        await views.ManageAsync();
        await CheckAsync(visit, "saved views");
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(inbox.Dialog).ToHaveCountAsync(0);
    }

    private async Task CheckGroupAsync(Visit visit)
    {
        var inbox = new InboxScreen(visit.Page);
        var list = inbox.List;
        await visit.Page.GotoAsync("/?group=failure");
        await inbox.WaitForScriptsAsync();
        await list.Locator("[role=row][aria-expanded] .title").First.ClickAsync();
        await Expect(list.Locator("[role=row][aria-level='2']").First).ToBeVisibleAsync();
        await CheckAsync(visit, "a group open");
        var overview = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Overview" });
        // On a phone it starts folded.
        if (await overview.GetByRole(AriaRole.Img).CountAsync() == 0 || !await overview.GetByRole(AriaRole.Img).IsVisibleAsync())
            await overview.GetByRole(AriaRole.Button, new() { Name = "Overview" }).ClickAsync();
        await Expect(overview.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("data-attached", "");
        await overview.GetByRole(AriaRole.Slider).FocusAsync();
        await Expect(overview.Locator(".marked")).Not.ToBeEmptyAsync();
        await CheckAsync(visit, "a time marked in the chart");
    }

    private async Task CheckPageAsync(Visit visit, MakeNotification shared)
    {
        var detail = new DetailScreen(visit.Page);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Page.GotoAsync(shared.Path);
        await detail.WaitAsync();
        await detail.CopyLink.ClickAsync();
        await Expect(detail.Said).ToHaveTextAsync("Link copied.");
        await CheckAsync(visit, "notification page");
    }

    private async Task CheckColleagueAsync(Visit visit, MakeNotification shared)
    {
        await visit.Page.GotoAsync(shared.Path);
        await Expect(visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = Subject })).ToHaveCountAsync(2);
        await CheckAsync(visit, "several copies");
        visit.AssertQuiet();
    }

    private async Task CheckStrangerAsync(Visit visit, MakeNotification shared)
    {
        var inbox = new InboxScreen(visit.Page);
        await Expect(inbox.Notices.First).ToBeVisibleAsync();
        await CheckAsync(visit, "zones without access");
        await visit.Page.GotoAsync(shared.Path);
        await Expect(new ShellScreen(visit.Page).Title).ToHaveTextAsync("Not in your inbox");
        await CheckAsync(visit, "not in the inbox");
        visit.AssertQuiet();
    }

    private async Task CheckAsync(Visit visit, string state) => _violations.AddRange(await visit.Page.GraveViolationsAsync(state, Cancel));
}
