using System.Net;
using Dashboard.Testing;
using Dashboard.Web.Tests.Identity;

namespace Dashboard.Web.Tests.Hosting;

public sealed class OwnOriginTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Own => app.Dashboard.Address.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("")]
    public async Task Line_of_a_page_of_another_site_is_refused(string origin)
    {
        using var browser = await SignedInAsync();

        var refused = await Assert.ThrowsAsync<LineRefusedException>(() => PageLine.OpenAsync(browser, origin, Cancellation));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task Line_of_this_sites_page_and_of_a_program_is_opened()
    {
        using var browser = await SignedInAsync();

        using var page = await PageLine.OpenAsync(browser, Own, Cancellation);
        using var program = await PageLine.OpenAsync(browser, origin: null, Cancellation);

        Assert.True(await PageLine.IsOpenAsync(page, Cancellation));
        Assert.True(await PageLine.IsOpenAsync(program, Cancellation));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Change_sent_by_a_page_of_another_site_is_refused_in_words(string header, string value)
    {
        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/auth/logout"));
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("came from a page of another site", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_of_a_page_that_sends_no_referrer_is_let_through_to_the_next_guard()
    {
        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/auth/logout"));
        request.Headers.TryAddWithoutValidation("Origin", "null");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");

        using var answer = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("dashboard.example", "https://dashboard.example")]
    [InlineData("dashboard.example:443", "https://dashboard.example")]
    [InlineData("dashboard.example:8443", "https://dashboard.example:8443")]
    public async Task Behind_a_proxy_the_name_that_it_was_asked_by_is_the_own_one(string host, string origin)
    {
        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/auth/logout"));
        request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation("Origin", origin);

        using var answer = await browser.SendAsync(request, Cancellation);

        // Let through to the next guard, which asks for the form's token.
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        return browser;
    }
}
