using System.Net;
using Dashboard.Testing;
using Dashboard.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Tests.Identity;

/// <summary>What can be had without signing in, and what a post needs.</summary>
public sealed class AccessTests(RunningApp app) : IClassFixture<RunningApp>
{
    /// <summary>Every endpoint that answers somebody who is not signed in with more than the way to sign in, and why. Static files besides.</summary>
    private static readonly (string Endpoint, string Why)[] Open =
    [
        ("GET /auth/ended", "says to whom has been signed out that they are"),
        ("GET /auth/refused", "says to whom was not let in why"),
        ("GET /auth/signed-out", "says that signing out has worked"),
        ("GET /error", "an error before sign-in is one, too"),
        ("GET /health/live", "asked by whoever watches the process"),
        ("GET /health/ready", "asked by whoever watches the process"),
        ("GET /not-found", "says nothing but that"),
        ("GET /status/1", "shown in place of an empty answer"),
        ("GET /status/403", "shown in place of an empty answer"),
        ("HEAD /health/live", "asked by whoever watches the process"),
        ("HEAD /health/ready", "asked by whoever watches the process"),
    ];

    /// <summary>Every component that may be drawn for somebody who is not signed in, and why.</summary>
    private static readonly (string Component, string Why)[] Plain =
    [
        ("App", "the document around every page"),
        ("ErrorPage", "an error before sign-in is one, too"),
        ("ForbiddenPage", "in place of an empty answer; it knows nothing of anyone"),
        ("NotFoundPage", "in place of an empty answer; it knows nothing of anyone"),
        ("NotForYou", "the text of ForbiddenPage"),
        ("PlainLayout", "the layout of the pages here"),
        ("ReconnectModal", "part of the document, without anything of the person"),
        ("Routes", "decides who may see a page"),
        ("SessionEndedPage", "says to whom has been signed out that they are"),
        ("SessionOver", "stands in the open page of a session that is over"),
        ("SignInRefusedPage", "says to whom was not let in why"),
        ("SignedOutPage", "says that signing out has worked"),
        ("TooManyPages", "stands in the document in place of a page"),
    ];

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

        Assert.Equal(Open.Select(one => one.Endpoint), open.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Component_demands_a_signed_in_person_unless_it_is_listed()
    {
        var components = typeof(DashboardApp).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponent)) && !type.IsAbstract && !type.IsNested).ToArray();
        var plain = components.Where(type => type.IsDefined(typeof(AllowAnonymousAttribute), inherit: true));
        var pages = components.Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false)).ToArray();

        Assert.Equal(Plain.Select(one => one.Component).Order(StringComparer.Ordinal), plain.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(pages.Except(plain), page => Assert.NotEmpty(page.GetCustomAttributes(typeof(AuthorizeAttribute), inherit: true)));
        Assert.InRange(pages.Length, 10, 100);
    }

    [Fact]
    public void Endpoint_without_a_rule_of_its_own_demands_a_signed_in_person()
    {
        var authorization = app.Dashboard.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value;

        Assert.Contains(authorization.FallbackPolicy!.Requirements, requirement => requirement is DenyAnonymousAuthorizationRequirement);
        Assert.Contains(authorization.DefaultPolicy.Requirements, requirement => requirement is DenyAnonymousAuthorizationRequirement);
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
    [InlineData("/auth/logout-everywhere")]
    [InlineData("/auth/sessions/end")]
    [InlineData("/auth/sessions/end-others")]
    [InlineData("/admin/sessions/end")]
    [InlineData("/admin/sessions/end-person")]
    public async Task Post_without_the_forms_token_or_with_anothers_is_refused_in_words(string path)
    {
        using var alice = new Browser(app.Dashboard.Address);
        using var ben = new Browser(app.Dashboard.Address);
        (await alice.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        (await ben.SignInAsync("ben@harbour.example", cancellationToken: Cancellation)).Dispose();
        var form = new Dictionary<string, string> { ["environment"] = "Sandbox (not Make)", ["sample"] = "0", ["connection"] = Guid.NewGuid().ToString(), ["session"] = Guid.NewGuid().ToString(), ["person"] = "nobody" };

        using var without = await alice.PostAsync(path, form, Cancellation);
        form[FormTokens.Field] = await app.Dashboard.FormTokenAsync(ben);
        alice.Keep(app.Dashboard.Address.Host, ben.Cookies.Where(cookie => cookie.Key != "dashboard").Select(cookie => $"{cookie.Key}={cookie.Value}; path=/"));
        using var withBens = await alice.PostAsync(path, form, Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (without.StatusCode, withBens.StatusCode));
        Assert.Contains("Go back, reload", await without.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("dashboard", alice.Cookies.Keys);
    }

    private static bool IsToldToSignIn(RouteEndpoint endpoint, HttpResponseMessage answer) =>
        (PathOf(endpoint).StartsWith("/api/", StringComparison.Ordinal) || PathOf(endpoint).StartsWith("/_blazor", StringComparison.Ordinal))
        && (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType) == (HttpStatusCode.Unauthorized, "application/problem+json");

    private bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location is { IsAbsoluteUri: true } location
        && location.Port == app.Dashboard.Sandbox.Address.Port && location.AbsolutePath.EndsWith("/authorize", StringComparison.Ordinal);

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "1"))));
}
