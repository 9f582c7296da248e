using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>A link that a colleague opens, whichever way Make numbers the copies of one event.</summary>
[Collection(ClipboardTests.Name)]
public sealed class SharingTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Subject = "Encountered error in Shared scenario";

    [Fact]
    public async Task Link_opens_the_colleagues_own_where_copies_share_an_id()
    {
        await StartAsync(Quiet(200) with { Undocumented = new UndocumentedOptions { CopiesShareId = true } });
        var shared = await DeliverAsync(DateTimeOffset.UtcNow);
        var link = await ShareAsync(shared);

        var ben = await InboxOfAsync(Person.Ben);
        await ben.Page.GotoAsync(link);

        var detail = new DetailScreen(ben.Page);
        await Expect(detail.Subject).ToHaveTextAsync(Subject);
        await Expect(detail.Id).ToHaveTextAsync(shared.Row.Id);
        await Expect(detail.Message).ToContainTextAsync("It failed.");
        await Expect(detail.Notice).ToHaveCountAsync(0);
        ben.AssertQuiet();
    }

    [Fact]
    public async Task Link_that_could_be_any_of_several_copies_lets_the_colleague_choose()
    {
        await StartAsync(Quiet(200));
        var created = DateTimeOffset.UtcNow;
        var shared = await DeliverAsync(created);
        await DeliverAsync(created);
        var link = await ShareAsync(shared);

        var ben = await InboxOfAsync(Person.Ben);
        await ben.Page.GotoAsync(link);

        var choices = ben.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = Subject });
        await Expect(choices).ToHaveCountAsync(2);
        await choices.First.ClickAsync();
        await Expect(new DetailScreen(ben.Page).Subject).ToHaveTextAsync(Subject);
        ben.AssertQuiet();
    }

    [Fact]
    public async Task Link_shared_while_the_colleagues_inbox_was_already_filled_is_found()
    {
        await StartAsync(Quiet(200));
        var ben = await InboxOfAsync(Person.Ben);
        var shared = await DeliverAsync(DateTimeOffset.UtcNow);

        await ben.Page.GotoAsync(await ShareAsync(shared));

        var detail = new DetailScreen(ben.Page);
        await Expect(detail.Subject).ToHaveTextAsync(Subject);
        await Expect(detail.Notice).ToBeVisibleAsync();
        ben.AssertQuiet();
    }

    private Task<MakeNotification> DeliverAsync(DateTimeOffset created) =>
        Dashboard.Sandbox.DeliverAsync(Person.Alice, Subject, "<p>It failed.</p>", copies: true, created, Cancel);

    private async Task<string> ShareAsync(MakeNotification shared)
    {
        var alice = await InboxOfAsync(Person.Alice);
        await alice.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await alice.Page.GotoAsync(shared.Path);
        var detail = new DetailScreen(alice.Page);
        await detail.WaitAsync();
        await detail.CopyLink.ClickAsync();
        await Expect(detail.Said).ToHaveTextAsync("Link copied.");
        alice.AssertQuiet();
        return await alice.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }
}
