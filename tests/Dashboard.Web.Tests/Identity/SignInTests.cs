using System.Net;
using Dashboard.Testing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Tests.Identity;

public sealed class SignInTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Alice = "alice@harbour.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_signs_in_and_comes_back_to_the_address_asked_for()
    {
        using var browser = new Browser(app.Dashboard.Address);

        using var back = await browser.SignInAsync(Alice, "/?q=is%3Aunread", Cancellation);

        Assert.Equal("/?q=is%3Aunread", back.Headers.Location?.OriginalString);
        using var page = await browser.GetAsync("/?q=is%3Aunread", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("blazor.web.js", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_cookie_is_for_the_server_alone_and_not_for_other_sites()
    {
        using var browser = new Browser(app.Dashboard.Address);

        using var back = await browser.SignInAsync(Alice, cancellationToken: Cancellation);

        var session = Assert.Single(back.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("dashboard=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("; httponly", session, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", session, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("")]
    public async Task Return_address_that_could_leave_the_site_leads_home(string returnUrl)
    {
        using var browser = new Browser(app.Dashboard.Address);

        using var back = await browser.SignInAsync(Alice, $"/auth/login?returnUrl={Uri.EscapeDataString(returnUrl)}", Cancellation);

        Assert.Equal("/", back.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/settings/connections")]
    [InlineData("/notifications/eu1.make.example/9?x=//evil.example")]
    [InlineData("/%2f%2fevil.example")]
    public async Task Return_address_on_the_site_is_kept(string returnUrl)
    {
        using var browser = new Browser(app.Dashboard.Address);

        using var back = await browser.SignInAsync(Alice, $"/auth/login?returnUrl={Uri.EscapeDataString(returnUrl)}", Cancellation);

        Assert.Equal(returnUrl, back.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Return_address_with_letters_that_no_header_holds_is_escaped(bool isSignedIn)
    {
        using var browser = new Browser(app.Dashboard.Address);
        if (isSignedIn)
            (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        var login = $"/auth/login?returnUrl={Uri.EscapeDataString("/?q=M\u00FCller\U0001F6A2&sort=%20")}";

        using var back = isSignedIn ? await browser.GetAsync(login, Cancellation) : await browser.SignInAsync(Alice, login, Cancellation);

        Assert.Equal("/?q=M%C3%BCller%F0%9F%9A%A2&sort=%20", back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Path_that_a_browser_would_read_as_another_site_leads_home()
    {
        using var browser = new Browser(app.Dashboard.Address);

        using var back = await browser.SignInAsync(Alice, "//evil.example/", Cancellation);

        Assert.Equal("/", back.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();

        using var signedOut = await browser.FollowAsync(await browser.PostFormAsync(app.Dashboard, "/auth/logout"), Cancellation);

        Assert.Equal("/auth/signed-out", signedOut.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, signedOut.StatusCode);
        Assert.DoesNotContain("dashboard", browser.Cookies.Keys);
        using var home = await browser.GetAsync("/", Cancellation);
        Assert.Equal(app.Dashboard.Sandbox.Address.Port, home.Headers.Location?.Port);
    }

    [Fact]
    public async Task Copy_of_a_cookie_opens_nothing_after_signing_out()
    {
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        using var copy = app.Dashboard.CopyOf(browser);
        using (var open = await copy.GetAsync("/", Cancellation))
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        (await browser.PostFormAsync(app.Dashboard, "/auth/logout")).Dispose();

        using var first = await copy.GetAsync("/?q=is%3Aunread", Cancellation);
        Assert.Equal("/auth/ended?why=SignedOut&returnUrl=%2F%3Fq%3Dis%253Aunread", first.Headers.Location?.OriginalString);
        using var second = await copy.GetAsync("/", Cancellation);
        Assert.Equal(app.Dashboard.Sandbox.Address.Port, second.Headers.Location?.Port);
    }

    [Fact]
    public async Task Cookie_carries_nothing_of_the_person()
    {
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();

        var cookies = app.Dashboard.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        var claim = Assert.Single(cookies.TicketDataFormat.Unprotect(browser.Cookies["dashboard"])!.Principal.Claims);

        Assert.Matches("^[0-9a-f]{64}$", claim.Value);
        Assert.InRange(browser.Cookies["dashboard"].Length, 1, 400);
    }

    [Fact]
    public async Task Sign_in_over_a_cookie_that_was_there_before_begins_another_session()
    {
        using var mallory = new Browser(app.Dashboard.Address);
        (await mallory.SignInAsync("ben@harbour.example", cancellationToken: Cancellation)).Dispose();
        // Slipped to Alice, who signs in over it.
        using var alice = app.Dashboard.CopyOf(mallory);
        var before = alice.Cookies["dashboard"];

        (await alice.SignInAsync(Alice, "/auth/login?other=true", Cancellation)).Dispose();

        Assert.NotEqual(before, alice.Cookies["dashboard"]);
        Assert.Equal("Alice Archer", (await app.Dashboard.SessionsOfAsync(alice))[0].Name);
        using var malloryNow = await mallory.GetAsync("/", Cancellation);
        Assert.Equal("/auth/ended?why=SignedInAnew&returnUrl=%2F", malloryNow.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Person_who_is_signed_in_goes_straight_back_and_keeps_the_session()
    {
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        var before = browser.Cookies["dashboard"];

        using var back = await browser.GetAsync("/auth/login?returnUrl=%2Factivity", Cancellation);

        Assert.Equal("/activity", back.Headers.Location?.OriginalString);
        Assert.Equal(before, browser.Cookies["dashboard"]);
    }

    [Fact]
    public async Task Session_cookie_is_worthless_to_an_app_with_other_keys()
    {
        await using var other = await RunningDashboard.StartAsync(cancellationToken: Cancellation);
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        using var elsewhere = other.CopyOf(browser);

        using var home = await elsewhere.GetAsync("/", Cancellation);

        Assert.Equal(other.Sandbox.Address.Port, home.Headers.Location?.Port);
    }
}
