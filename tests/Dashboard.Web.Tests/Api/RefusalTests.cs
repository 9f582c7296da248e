using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Dashboard.Testing;
using Dashboard.Web.Tests.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Api;

/// <summary>Whatever part of the server refuses a script's request, it does so in the same form.</summary>
public sealed class RefusalTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Delete = "/api/v1/actions/delete";

    private const string Mark = "/api/v1/notifications/mark-all-read";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/v1/zones", null, null, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/v1/zones", "Accept", "text/html", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/v1/zones", "Authorization", "Bearer not-a-token", HttpStatusCode.Unauthorized)]
    [InlineData("POST", Delete, "Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    public async Task Refusal_of_nobody_is_in_words_and_has_its_number(string method, string path, string? header, string? value, HttpStatusCode expected)
    {
        using var nobody = new Browser(app.Dashboard.Address);
        using var request = new HttpRequestMessage(new HttpMethod(method), nobody.Absolute(path));
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await nobody.SendAsync(request, Cancellation);

        await AssertRefusedAsync(answer, expected, "");
    }

    [Theory]
    [InlineData(Delete, "{", "application/json", HttpStatusCode.BadRequest, "line 1")]
    [InlineData(Delete, """{"keys":[null]}""", "application/json", HttpStatusCode.BadRequest, "$.keys[0]")]
    [InlineData(Delete, """{"keys":[]}""", "application/json; charset=nonsense", HttpStatusCode.UnsupportedMediaType, "application/json")]
    [InlineData(Delete, """{"keys":[]}""", "application/json; charset=utf-7", HttpStatusCode.UnsupportedMediaType, "application/json")]
    [InlineData(Mark, "{", "application/json", HttpStatusCode.BadRequest, "line 1")]
    [InlineData(Mark, "null", "application/json", HttpStatusCode.BadRequest, "GET /api/v1/zones")]
    [InlineData(Mark, "", "application/json", HttpStatusCode.BadRequest, "GET /api/v1/zones")]
    [InlineData(Mark, """{"zones":[null]}""", "application/json", HttpStatusCode.BadRequest, "$.zones[0]")]
    [InlineData(Mark, """{"zones":[{"zone":"\ud800"}]}""", "application/json", HttpStatusCode.BadRequest, "$.zones[0].zone")]
    [InlineData(Mark, """{"zones":[]}""", "application/json; charset=nonsense", HttpStatusCode.UnsupportedMediaType, "application/json")]
    [InlineData(Mark, "x", "text/plain", HttpStatusCode.UnsupportedMediaType, "application/json")]
    public async Task Body_that_can_not_be_read_is_refused_in_words(string path, string body, string type, HttpStatusCode expected, string words)
    {
        using var script = await SignedInAsync(app.Dashboard);

        using var answer = await SendAsync(script, path, new StringContent(body), type);

        await AssertRefusedAsync(answer, expected, words);
    }

    [Fact]
    public async Task Body_that_is_too_large_is_refused_in_words_however_it_is_sent()
    {
        using var script = await SignedInAsync(app.Dashboard);
        var body = $$"""{"zones":[{"zone":"{{new string('x', 70_000)}}"}]}""";

        using var announced = await SendAsync(script, Mark, new StringContent(body), "application/json");
        using var inPieces = await SendAsync(script, Mark, new PushedContent(body), "application/json");

        await AssertRefusedAsync(announced, HttpStatusCode.RequestEntityTooLarge, "Nothing was done");
        await AssertRefusedAsync(inPieces, HttpStatusCode.RequestEntityTooLarge, "too large");
    }

    [Fact]
    public async Task Error_that_nobody_expected_has_words_and_a_number_and_tells_nothing_of_the_inside()
    {
        await using var production = await ProductionSite.StartAsync(builder => builder.Services.AddSingleton<IAntiforgery, BrokenAntiforgery>());
        using var script = await SignedInAsync(production.Dashboard);

        using var answer = await script.GetAsync("/api/v1/antiforgery", Cancellation);

        var text = await AssertRefusedAsync(answer, HttpStatusCode.InternalServerError, "did not expect");
        Assert.DoesNotContain(BrokenAntiforgery.Words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_that_turns_out_to_be_too_large_is_refused_as_such()
    {
        await using var production = await ProductionSite.StartAsync();
        using var browser = await SignedInAsync(production.Dashboard);

        using var answer = await SendAsync(browser, "/make/token", new PushedContent($"token={new string('x', 70_000)}"), "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser script, string path, HttpContent content, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, script.Absolute(path)) { Content = content };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("RequestVerificationToken", await script.HeaderTokenAsync(Cancellation));
        return await script.SendAsync(request, Cancellation);
    }

    private static async Task<string> AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode expected, string words)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var problem = JsonElement.Parse(text);
        Assert.Contains(words, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString()!);
        return text;
    }

    private static async Task<Browser> SignedInAsync(RunningDashboard dashboard)
    {
        var browser = new Browser(dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        return browser;
    }
}
