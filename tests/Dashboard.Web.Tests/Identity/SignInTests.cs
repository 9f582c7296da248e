using System.Net;
using Dashboard.Testing;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

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
        var token = await app.Dashboard.FormTokenAsync(browser);

        using var signedOut = await browser.FollowAsync(
            await browser.PostAsync("/auth/logout", new Dictionary<string, string> { [FormTokens.Field] = token }, Cancellation), Cancellation);

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
        using var copy = new Browser(app.Dashboard.Address);
        copy.Keep(app.Dashboard.Address.Host, browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}; path=/"));
        using (var open = await copy.GetAsync("/", Cancellation))
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        (await browser.PostAsync("/auth/logout", new Dictionary<string, string> { [FormTokens.Field] = await app.Dashboard.FormTokenAsync(browser) }, Cancellation)).Dispose();

        using var home = await copy.GetAsync("/", Cancellation);
        Assert.Equal(app.Dashboard.Sandbox.Address.Port, home.Headers.Location?.Port);
    }

    [Fact]
    public async Task Session_ends_by_itself_after_its_lifetime()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var sessions = new Sessions(app.Dashboard.Services.GetRequiredService<IDbContextFactory<DashboardDb>>(), time);
        var session = await sessions.BeginAsync("tenant.person", Cancellation);

        time.Advance(Sessions.Lifetime - TimeSpan.FromSeconds(1));
        Assert.True(await sessions.IsLiveAsync(session, Cancellation));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await sessions.IsLiveAsync(session, Cancellation));
        Assert.False(await sessions.IsLiveAsync(null, Cancellation));
    }

    [Fact]
    public async Task Session_cookie_is_worthless_to_an_app_with_other_keys()
    {
        await using var other = await RunningDashboard.StartAsync(cancellationToken: Cancellation);
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        using var elsewhere = new Browser(other.Address);
        elsewhere.Keep(other.Address.Host, browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}; path=/"));

        using var home = await elsewhere.GetAsync("/", Cancellation);

        Assert.Equal(other.Sandbox.Address.Port, home.Headers.Location?.Port);
    }
}
