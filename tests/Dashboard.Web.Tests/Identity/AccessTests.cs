using System.Net;
using Dashboard.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Identity;

/// <summary>What can be had without signing in, and what a post needs.</summary>
public sealed class AccessTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anonymous_person_gets_nothing_but_what_is_listed()
    {
        using var browser = new Browser(app.Dashboard.Address);
        var open = new List<string>();
        foreach (var endpoint in app.Dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                continue;
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"])
            {
                using var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(app.Dashboard.Address, PathOf(endpoint))), Cancellation);
                if (!IsSentToSignIn(answer) && !IsToldToSignIn(endpoint, answer) && answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed))
                    open.Add($"{method} {PathOf(endpoint)}");
            }
        }

        Assert.Equal(
            ["GET /auth/signed-out", "GET /error", "GET /health/live", "GET /health/ready", "GET /not-found", "HEAD /health/live", "HEAD /health/ready"],
            open.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Anonymous_person_is_sent_to_sign_in_from_a_path_that_does_not_exist()
    {
        using var browser = new Browser(app.Dashboard.Address);

        using var answer = await browser.GetAsync("/nothing/here", Cancellation);

        Assert.True(IsSentToSignIn(answer));
    }

    [Theory]
    [InlineData("/auth/logout")]
    [InlineData("/make/token")]
    [InlineData("/make/disconnect")]
    public async Task Post_without_the_forms_token_or_with_anothers_is_refused_in_words(string path)
    {
        using var alice = new Browser(app.Dashboard.Address);
        using var ben = new Browser(app.Dashboard.Address);
        (await alice.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        (await ben.SignInAsync("ben@harbour.example", cancellationToken: Cancellation)).Dispose();
        var form = new Dictionary<string, string> { ["environment"] = "Sandbox (not Make)", ["sample"] = "0", ["connection"] = Guid.NewGuid().ToString() };

        using var without = await alice.PostAsync(path, form, Cancellation);
        form[FormTokens.Field] = await app.Dashboard.FormTokenAsync(ben);
        alice.Keep(app.Dashboard.Address.Host, ben.Cookies.Where(cookie => cookie.Key != "dashboard").Select(cookie => $"{cookie.Key}={cookie.Value}; path=/"));
        using var withBens = await alice.PostAsync(path, form, Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (without.StatusCode, withBens.StatusCode));
        Assert.Contains("Go back, reload", await without.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("dashboard", alice.Cookies.Keys);
    }

    private static bool IsToldToSignIn(RouteEndpoint endpoint, HttpResponseMessage answer) =>
        PathOf(endpoint).StartsWith("/api/", StringComparison.Ordinal)
        && (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType) == (HttpStatusCode.Unauthorized, "application/problem+json");

    private bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location is { IsAbsoluteUri: true } location
        && location.Port == app.Dashboard.Sandbox.Address.Port && location.AbsolutePath.EndsWith("/authorize", StringComparison.Ordinal);

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"))));
}
