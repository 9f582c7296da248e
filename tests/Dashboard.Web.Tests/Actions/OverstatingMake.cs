using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Web.Tests.Actions;

/// <summary>Stands before the sandbox and names more ids in the answer to a delete than were deleted.</summary>
internal sealed class OverstatingMake : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private OverstatingMake(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>The sandbox.</summary>
    public Uri? Target { get; set; }

    /// <summary>What the answer to a delete names besides.</summary>
    public IReadOnlyList<string> AlsoNamed { get; set; } = [];

    public static async Task<OverstatingMake> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var make = new OverstatingMake(app);
        app.Run(make.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return make;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(Target!, http.Request.Path + http.Request.QueryString));
        request.Headers.TryAddWithoutValidation("Authorization", (IEnumerable<string>)http.Request.Headers.Authorization);
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            request.Content = new StreamContent(http.Request.Body);
            request.Content.Headers.ContentType = StringValues.IsNullOrEmpty(http.Request.ContentType) ? null : MediaTypeHeaderValue.Parse(http.Request.ContentType!);
        }

        using var response = await _http.SendAsync(request, http.RequestAborted);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(http.RequestAborted))!;
        foreach (var id in HttpMethods.IsDelete(http.Request.Method) ? AlsoNamed : [])
            answer["notifications"]!.AsArray().Add(new JsonObject { ["id"] = id });
        http.Response.StatusCode = (int)response.StatusCode;
        await http.Response.WriteAsJsonAsync(answer, http.RequestAborted);
    }
}
