using System.Net;
using Dashboard.Testing;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Tests.Identity;

/// <summary>The road of production: https everywhere, a trusted provider, and no rule for loopback.</summary>
public sealed class HttpsTests
{
    private const string Alice = "alice@harbour.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_signs_in_over_https_with_cookies_for_this_host_alone()
    {
        await using var site = await HttpsSite.StartAsync(Built.App, trusts: true, Cancellation);
        using var browser = site.NewBrowser();

        using (var challenge = await browser.GetAsync("/?q=is%3Aunread", Cancellation))
        {
            var onTheWay = CookiesOf(challenge);
            Assert.Equal(["__Secure-dashboard-correlation", "__Secure-dashboard-nonce"], onTheWay.Select(cookie => cookie.Name.ToString().Split('.')[0]).Order());
            Assert.All(onTheWay, cookie => Assert.True(cookie is { Secure: true, HttpOnly: true, SameSite: SameSiteMode.None } && cookie.Path == "/signin-oidc" && !cookie.Domain.HasValue, $"{cookie}"));
        }

        using var back = await browser.SignInAsync(Alice, "/?q=is%3Aunread", Cancellation);
        Assert.Equal("/?q=is%3Aunread", back.Headers.Location?.OriginalString);
        var session = CookiesOf(back).Single(cookie => cookie.Name.StartsWith("__Host-", StringComparison.Ordinal));
        Assert.Equal("__Host-dashboard", session.Name.ToString());
        Assert.True(session is { Secure: true, HttpOnly: true, SameSite: SameSiteMode.Lax, Expires: null } && session.Path == "/" && !session.Domain.HasValue, $"{session}");

        using var page = await browser.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var form = Assert.Single(CookiesOf(page));
        Assert.Equal("__Host-dashboard-form", form.Name.ToString());
        Assert.True(form is { Secure: true, HttpOnly: true, SameSite: SameSiteMode.Strict } && form.Path == "/" && !form.Domain.HasValue, $"{form}");

        using var toMake = await browser.PostAsync(
            "/make/connect", new Dictionary<string, string> { ["environment"] = ConnectedApp.Environment, [FormTokens.Field] = await browser.HeaderTokenAsync(Cancellation) }, Cancellation);
        var attempt = Assert.Single(CookiesOf(toMake));
        Assert.StartsWith("__Secure-dashboard-make.", attempt.Name.ToString(), StringComparison.Ordinal);
        Assert.True(attempt is { Secure: true, HttpOnly: true, SameSite: SameSiteMode.Lax } && attempt.Path == "/make/callback" && !attempt.Domain.HasValue, $"{attempt}");

        // Loopback is left out of HSTS by default, so the host is named as people would.
        using var asked = new HttpRequestMessage(HttpMethod.Get, browser.Absolute("/health/live")) { Headers = { Host = LoopbackCertificate.PublicName } };
        using var live = await browser.SendAsync(asked, Cancellation);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(live.Headers.GetValues("Strict-Transport-Security")));

        // Whoever sits on the way can show any page at the portal's name over http.
        using var fromHttp = new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/auth/logout")) { Headers = { Host = LoopbackCertificate.PublicName } };
        fromHttp.Headers.Add("Origin", $"http://{LoopbackCertificate.PublicName}");
        using var refused = await browser.SendAsync(fromHttp, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var signedOut = await browser.FollowAsync(
            await browser.PostAsync("/auth/logout", new Dictionary<string, string> { [FormTokens.Field] = await browser.HeaderTokenAsync(Cancellation) }, Cancellation), Cancellation);
        Assert.Equal("/auth/signed-out", signedOut.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.DoesNotContain("__Host-dashboard", browser.Cookies.Keys);
    }

    [Fact]
    public async Task Provider_with_a_certificate_that_is_not_trusted_signs_nobody_in()
    {
        await using var site = await HttpsSite.StartAsync(Built.App, trusts: false, Cancellation);
        using var browser = site.NewBrowser();

        using var answer = await browser.GetAsync("/", Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something went wrong", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static IList<SetCookieHeaderValue> CookiesOf(HttpResponseMessage answer) => SetCookieHeaderValue.ParseList([.. answer.Headers.GetValues(HeaderNames.SetCookie)]);
}
