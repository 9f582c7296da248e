using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Dashboard.Testing;
using Dashboard.Web.Tests.Identity;

namespace Dashboard.Web.Tests.Hosting;

public sealed class SecurityHeaderTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/auth/signed-out", 200)]
    [InlineData("/nothing/here", 404)]
    [InlineData("/app.css", 200)]
    [InlineData("/_content/MudBlazor/MudBlazor.min.js", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/api/v1/zones", 200)]
    [InlineData("/api/v1/notifications?limit=0", 400)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/docs/index.html", 200)]
    [InlineData("/openapi/v1.json", 200)]
    public async Task Every_answer_carries_the_headers(string path, int status)
    {
        using var browser = await SignedInAsync();

        using var answer = await browser.GetAsync(path, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")));
        Assert.DoesNotContain("Server", answer.Headers.Select(header => header.Key));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.DoesNotContain("unsafe", Assert.Single(policy, directive => directive.StartsWith("script-src ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inline_script_of_a_page_is_the_one_that_the_policy_names()
    {
        using var browser = await SignedInAsync();

        using var page = await browser.GetAsync("/", Cancellation);

        var inline = Assert.Single(new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync(Cancellation)).Scripts, script => !script.HasAttribute("src"));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline.Text)));
        Assert.Contains($"'sha256-{hash}'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        return browser;
    }
}
