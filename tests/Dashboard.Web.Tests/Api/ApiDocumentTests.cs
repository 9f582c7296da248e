using System.Net;
using System.Text.Json;
using Dashboard.Testing;
using Dashboard.Web.Tests.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Api;

public sealed class ApiDocumentTests(RunningApp app) : IClassFixture<RunningApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_describes_every_operation_that_there_is()
    {
        var described = Operations(await DocumentAsync()).Select(operation => $"{operation.Method} {operation.Path}").Order();

        var there = app.Dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Order();
        Assert.Equal(there, described);
    }

    [Fact]
    public async Task Every_operation_has_words_an_example_and_says_what_it_takes_to_be_let_in()
    {
        Assert.All(Operations(await DocumentAsync()), operation =>
        {
            var (method, path, said) = operation;
            Assert.True(said.TryGetProperty("summary", out var summary) && summary.GetString()!.Length > 10, path);
            Assert.True(said.TryGetProperty("operationId", out _), path);
            Assert.Equal(method == "POST" ? 2 : 1, said.GetProperty("security")[0].EnumerateObject().Count());
            Assert.Equal("bearer", Assert.Single(said.GetProperty("security")[1].EnumerateObject()).Name);
            var answers = said.GetProperty("responses").EnumerateObject().ToDictionary(answer => answer.Name, answer => answer.Value);
            Assert.Contains("401", answers.Keys);
            Assert.Contains("429", answers.Keys);
            var good = Assert.Single(answers, answer => answer.Key.StartsWith('2')).Value.GetProperty("content").GetProperty("application/json");
            Assert.True(good.TryGetProperty("example", out _), $"{method} {path} has no example of its answer.");
            Assert.True(good.TryGetProperty("schema", out _), $"{method} {path} has no schema of its answer.");
            if (said.TryGetProperty("requestBody", out var sent))
                Assert.True(sent.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _), $"{method} {path} has no example of what it takes.");
        });
    }

    [Fact]
    public async Task Every_example_has_the_form_that_its_schema_describes()
    {
        var document = await DocumentAsync();
        var contents = Operations(document)
            .SelectMany(operation => operation.Said.GetProperty("responses").EnumerateObject().Select(answer => answer.Value)
                .Concat(operation.Said.TryGetProperty("requestBody", out var sent) ? [sent] : [])
                .Select(part => (Where: $"{operation.Method} {operation.Path}", Content: part)))
            .Where(part => part.Content.TryGetProperty("content", out _))
            .SelectMany(part => part.Content.GetProperty("content").EnumerateObject().Select(media => (part.Where, Media: media.Value)))
            .Where(part => part.Media.TryGetProperty("example", out _))
            .ToArray();

        Assert.True(contents.Length > 10);
        Assert.Empty(contents.SelectMany(part => new SchemaReading(document).Differences(part.Media.GetProperty("schema"), part.Media.GetProperty("example"), part.Where)));
    }

    [Theory]
    [InlineData("get", "/api/v1/notifications", "400 410")]
    [InlineData("get", "/api/v1/notifications/{zone}/{id}", "304 403 404 409 502 503")]
    [InlineData("get", "/api/v1/actions/{id}", "304 404")]
    [InlineData("post", "/api/v1/notifications/mark-all-read", "202 400 409 413 415 503")]
    [InlineData("post", "/api/v1/actions/delete", "202 400 409 413 415 503")]
    [InlineData("post", "/api/v1/actions/{id}/undo", "400 404 409 503")]
    public async Task Every_status_that_there_may_be_is_described(string method, string path, string statuses)
    {
        var described = (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").EnumerateObject().Select(answer => answer.Name);

        Assert.Superset(statuses.Split(' ').ToHashSet(), described.ToHashSet());
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/docs/index.html")]
    public async Task Nobody_is_shown_it(string path)
    {
        using var nobody = new Browser(app.Dashboard.Address);

        using var answer = await nobody.GetAsync(path, Cancellation);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "/openapi/v1.json")]
    [InlineData("DELETE", "/api/v1/zones", HttpStatusCode.MethodNotAllowed, "/openapi/v1.json")]
    public async Task What_is_not_there_is_said_in_words_and_not_by_a_page(string method, string path, HttpStatusCode expected, string words)
    {
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();

        using var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), browser.Absolute(path)), Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Method, string Path, JsonElement Said)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

    private async Task<JsonElement> DocumentAsync()
    {
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        using var answer = await browser.GetAsync("/openapi/v1.json", Cancellation);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
