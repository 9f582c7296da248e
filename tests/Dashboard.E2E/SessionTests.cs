using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Identity;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What a person sees when a session ends while a page is open, and how they get on.</summary>
public sealed class SessionTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Signing_out_everywhere_ends_the_page_in_another_browser_which_leads_back_to_the_same_view()
    {
        await StartAsync(Quiet(200));
        var laptop = await InboxOfAsync(Person.Ben);
        var inbox = new InboxScreen(laptop.Page);
        await laptop.Page.GotoAsync("/?q=is:unread&sort=subject");
        await Expect(inbox.Header("Subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        await inbox.WaitForAllAsync();
        var (address, summary) = (laptop.Page.Url, await inbox.Summary.InnerTextAsync());
        var phone = await SignedInAsync(Person.Ben, "/settings/sessions");
        await Expect(new SessionsScreen(phone.Page).Sessions).ToHaveCountAsync(2);
        await Expect(new SessionsScreen(phone.Page).Sessions.First).ToContainTextAsync("this one");

        await new SessionsScreen(phone.Page).SignOutEverywhere.ClickAsync();

        await Expect(new ShellScreen(phone.Page).SignedOut).ToBeVisibleAsync();
        var ended = new SessionsScreen(laptop.Page);
        await Expect(ended.Ended).ToBeVisibleAsync();
        await Expect(ended.Reason).ToContainTextAsync("signed out everywhere");
        await Expect(inbox.Grid).ToHaveCountAsync(0);
        await ended.SignInAgain.ClickAsync();
        await Expect(laptop.Page).ToHaveURLAsync(address);
        await Expect(inbox.Summary).ToHaveTextAsync(summary);
        laptop.AssertQuiet();
        phone.AssertQuiet();
    }

    [Fact]
    public async Task Administrator_sees_who_is_signed_in_and_ends_it_and_nobody_else_can()
    {
        await StartAsync(Quiet(50));
        var ben = await SignedInAsync(Person.Ben, "/settings/preferences");
        await Expect(ben.Page.GetByRole(AriaRole.Link, new() { Name = "Sessions" })).ToBeVisibleAsync();
        await Expect(new SessionsScreen(ben.Page).Everyones).ToHaveCountAsync(0);
        var alice = await SignedInAsync(Person.Alice, "/settings/preferences");
        var everyone = new SessionsScreen(alice.Page);
        await everyone.Everyones.ClickAsync();
        await Expect(everyone.Sessions).ToHaveCountAsync(2);

        await everyone.EndAllOf(Person.Ben).ClickAsync();

        await Expect(everyone.Told).ToContainTextAsync("All sessions of that person are ended");
        await Expect(everyone.Sessions).ToHaveCountAsync(1);
        var ended = new SessionsScreen(ben.Page);
        await Expect(ended.Ended).ToBeVisibleAsync();
        await Expect(ended.Reason).ToContainTextAsync("An administrator of this portal ended it");
        await ended.SignInAgain.ClickAsync();
        await Expect(ben.Page).ToHaveURLAsync(new Uri(Dashboard.Address, "/settings/preferences").ToString());
        alice.AssertQuiet();
        ben.AssertQuiet();

        await ben.Page.GotoAsync("/admin/sessions");
        await Expect(new ShellScreen(ben.Page).Title).ToHaveTextAsync("This page is not for you");
    }

    [Fact]
    public async Task Signing_out_at_the_provider_ends_the_open_page()
    {
        await StartAsync(Quiet(50));
        var visit = await SignedInAsync(Person.Ben, "/settings/preferences");
        var provider = await visit.Context.NewPageAsync();

        await provider.GotoAsync($"{Dashboard.Sandbox.Address}{DemoClient.TenantId}/oauth2/v2.0/logout");

        await Expect(provider.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        var ended = new SessionsScreen(visit.Page);
        await Expect(ended.Ended).ToBeVisibleAsync();
        await Expect(ended.Reason).ToContainTextAsync("You signed out of your organization's account.");
        await ended.SignInAgain.ClickAsync();
        await Expect(new SignInScreen(visit.Page).Title).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Person_of_another_organization_is_told_and_can_choose_another_account()
    {
        await StartAsync(Quiet(50));
        var visit = await VisitAsync();
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dora Dale" }).ClickAsync();

        await Expect(new ShellScreen(visit.Page).Title).ToHaveTextAsync("This portal is not for that organization");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with another account" }).ClickAsync();
        await new SignInScreen(visit.Page).ChooseAsync(Person.Ben);

        await Expect(new ConnectScreen(visit.Page).Sample(Person.Ben)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Page_that_redraws_by_itself_is_not_in_use_and_one_that_is_used_is()
    {
        await StartAsync(Quiet(50));
        var visit = await InboxOfAsync(Person.Ben);
        var inbox = new InboxScreen(visit.Page);
        await inbox.WaitForCountAsync(50);
        var left = Assert.Single((await Dashboard.Services.GetRequiredService<Sessions>().ListAsync(Cancel))!).Id;
        var other = await SignedInAsync(Person.Ben, "/");
        await new InboxScreen(other.Page).WaitForCountAsync(50);
        var use = Dashboard.Services.GetRequiredService<SessionUse>();
        var before = use.Latest(left, DateTimeOffset.MinValue);
        await Dashboard.Sandbox.DeliverAsync(Person.Ben, "Came meanwhile", "", copies: false, DateTimeOffset.UtcNow, Cancel);
        await new InboxScreen(other.Page).Refresh.ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("51");

        Assert.Equal(before, use.Latest(left, DateTimeOffset.MinValue));
        await inbox.Grid.FocusAsync();
        await visit.Page.Keyboard.PressAsync("j");
        await Expect(inbox.Grid).ToBeFocusedAsync();
        await inbox.UnreadOnly.ClickAsync();
        await Expect(inbox.UnreadOnly).ToBeCheckedAsync();
        Assert.NotEqual(before, use.Latest(left, DateTimeOffset.MinValue));
    }

    [Fact]
    public async Task Page_that_was_cut_off_while_its_session_ended_is_told_so_when_it_comes_back()
    {
        var line = new CircuitLine();
        await StartAsync(Quiet(50), configure: builder => builder.Services.AddSingleton<IStartupFilter>(line));
        var visit = await SignedInAsync(Person.Ben, "/settings/preferences");
        line.Cut();
        await Expect(visit.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();

        await Dashboard.Services.GetRequiredService<Sessions>().EndAsync(row => true, SessionEnd.EndedByAdministrator);
        line.Mend();

        var ended = new SessionsScreen(visit.Page);
        await Expect(ended.Ended).ToBeVisibleAsync(new() { Timeout = 40_000 });
        await Expect(ended.Reason).ToContainTextAsync("An administrator of this portal ended it");
        await ended.SignInAgain.ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Uri(Dashboard.Address, "/settings/preferences").ToString());
    }

    private async Task<Visit> SignedInAsync(Person person, string path)
    {
        var visit = await VisitAsync();
        await visit.Page.GotoAsync(path);
        await new SignInScreen(visit.Page).ChooseAsync(person);
        await Expect(new ShellScreen(visit.Page).Account).ToBeVisibleAsync();
        return visit;
    }
}
