using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Testing;
using Dashboard.Web.Tests.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Hosting;

/// <summary>Every way to change something, as the app itself lists them: a new one is tried here without being named.</summary>
public sealed partial class AntiforgeryTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string TokenCookie = "dashboard-form";

    private static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "DELETE"];

    /// <summary>The framework's own: a page's line, whose origin is checked instead (<see cref="OwnOriginTests"/>).</summary>
    private static readonly string[] Lines = ["/_blazor", "/_blazor/negotiate", "/_blazor/disconnect/", "/_blazor/initializers/"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_without_a_token_is_refused_everywhere()
    {
        using var alice = await SignedInAsync("alice@harbour.example");

        var let = await TryAllAsync(alice, _ => { });

        Assert.True(let.Count == 0, string.Join('\n', let));
    }

    [Fact]
    public async Task Change_with_the_token_of_somebody_else_is_refused_everywhere()
    {
        using var alice = await SignedInAsync("alice@harbour.example");
        using var ben = await SignedInAsync("ben@harbour.example");
        var token = await ben.HeaderTokenAsync(Cancellation);
        var cookie = ben.Cookies.Single(cookie => cookie.Key.Contains(TokenCookie, StringComparison.Ordinal));
        alice.Keep(app.Dashboard.Address.Host, [$"{cookie.Key}={cookie.Value}; path=/"]);

        var let = await TryAllAsync(alice, request => request.Headers.Add("RequestVerificationToken", token));

        Assert.True(let.Count == 0, string.Join('\n', let));
    }

    [Fact]
    public async Task Change_from_another_site_is_refused_everywhere_even_with_the_right_token()
    {
        using var alice = await SignedInAsync("alice@harbour.example");
        var token = await alice.HeaderTokenAsync(Cancellation);

        var let = await TryAllAsync(
            alice,
            request =>
            {
                request.Headers.Add("RequestVerificationToken", token);
                request.Headers.TryAddWithoutValidation("Origin", "https://evil.example");
            },
            HttpStatusCode.Forbidden);

        Assert.True(let.Count == 0, string.Join('\n', let));
    }

    [Fact]
    public void Walk_finds_the_changes_that_there_are()
    {
        var found = Changes().Select(change => change.Path).ToHashSet();

        Assert.Superset(new HashSet<string> { "/auth/logout", "/make/token", "/make/disconnect", "/api/v1/actions/delete" }, found);
        Assert.Contains("/", found);
    }

    /// <summary>Sends every change, with a form where none is said.</summary>
    /// <returns>Those that were not refused as expected, and what they answered.</returns>
    private async Task<IReadOnlyList<string>> TryAllAsync(Browser browser, Action<HttpRequestMessage> dress, HttpStatusCode expected = HttpStatusCode.BadRequest)
    {
        var let = new List<string>();
        foreach (var (method, path) in Changes())
        {
            foreach (var content in new HttpContent[] { new FormUrlEncodedContent([new("connection", Guid.Empty.ToString())]), new StringContent("{}", System.Text.Encoding.UTF8, "application/json") })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), browser.Absolute(path)) { Content = content };
                dress(request);
                using var answer = await browser.SendAsync(request, Cancellation);
                // A kind of body that an endpoint does not take is refused before anything else is looked at.
                if (answer.StatusCode != expected && answer.StatusCode != HttpStatusCode.UnsupportedMediaType)
                    let.Add($"{method} {path} as {content.Headers.ContentType} answered {(int)answer.StatusCode}");
            }
        }

        return let;
    }

    private IEnumerable<(string Method, string Path)> Changes() =>
        from endpoint in app.Dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), Sample)
        where !Lines.Contains(path) && !path.Contains("{**", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? Unsafe
        where Unsafe.Contains(method)
        select (method, path);

    private static string Sample(Match parameter) => parameter.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1";

    private async Task<Browser> SignedInAsync(string person)
    {
        var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(person, cancellationToken: Cancellation)).Dispose();
        return browser;
    }

    [GeneratedRegex(@"\{(?!\*\*)[^}]+\}")]
    private static partial Regex Parameter();
}
