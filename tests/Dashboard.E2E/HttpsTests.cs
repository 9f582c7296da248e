using System.Diagnostics;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using Dashboard.Testing;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>The app as it runs for a team: in the environment Production, over https, in one process or two.</summary>
public sealed class HttpsTests(Chromium chromium, PublishedApp published) : BrowserTest(chromium), IClassFixture<PublishedApp>
{
    private static readonly VisitOptions TrustsAnyone = new(TrustsAnyone: true);

    [Fact]
    public async Task Person_signs_in_connects_and_signs_out_over_https()
    {
        await using var site = await HttpsSite.StartAsync(published.Assembly, trusts: true, Cancel);
        var visit = await VisitAsync(site.Address, site.Sandbox.Address, TrustsAnyone);

        await visit.Page.GotoAsync("/");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        await new ConnectScreen(visit.Page).ConnectAsync(Person.Alice);
        await new InboxScreen(visit.Page).WaitForCountAsync(100);
        var cookies = await visit.Context.CookiesAsync([site.Address.ToString()]);
        Assert.Equal(["__Host-dashboard", "__Host-dashboard-form"], cookies.Where(cookie => cookie.Path == "/" && cookie.Name.Contains("dashboard", StringComparison.Ordinal)).Select(cookie => cookie.Name).Order());
        Assert.All(cookies.Where(cookie => cookie.Name.StartsWith("__Host-", StringComparison.Ordinal)), cookie => Assert.True(cookie is { Secure: true, HttpOnly: true }));
        Assert.Contains(visit.Requested, address => address.StartsWith("wss://", StringComparison.Ordinal));

        await new ShellScreen(visit.Page).SignOutAsync();
        await Expect(new ShellScreen(visit.Page).SignedOut).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Page_at_one_process_closes_within_half_a_minute_after_signing_out_everywhere_at_another()
    {
        await using var site = await HttpsSite.StartAsync(published.Assembly, trusts: true, Cancel);
        var second = await site.AddPortalAsync();
        var visit = await VisitAsync(site.Address, site.Sandbox.Address, TrustsAnyone);
        await visit.Page.GotoAsync("/settings/preferences");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Ben);
        await Expect(new ShellScreen(visit.Page).Title).ToHaveTextAsync("Preferences");
        using var elsewhere = site.NewBrowser(second);
        (await elsewhere.SignInAsync(Person.Ben.Email, cancellationToken: Cancel)).Dispose();

        var clock = Stopwatch.StartNew();
        (await elsewhere.PostAsync("/auth/logout-everywhere", new Dictionary<string, string> { ["__RequestVerificationToken"] = await elsewhere.HeaderTokenAsync(Cancel) }, Cancel)).Dispose();

        await Expect(new SessionsScreen(visit.Page).Ended).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        await new SessionsScreen(visit.Page).SignInAgain.ClickAsync();
        await Expect(new ShellScreen(visit.Page).Title).ToHaveTextAsync("Preferences");
        visit.AssertQuiet();
    }
}
