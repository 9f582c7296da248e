using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>A host on loopback that notes every request, answers as it is told, and otherwise as an empty object.</summary>
internal sealed class ListeningHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Heard> _heard = new();

    private ListeningHost(WebApplication app) => _app = app;

    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("{}");

    public IReadOnlyList<Heard> Requests => [.. _heard];

    /// <summary>Such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => _app.Urls.First();

    public int Port => new Uri(Address).Port;

    public static async Task<ListeningHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var host = new ListeningHost(builder.Build());
        host._app.Urls.Add("http://127.0.0.1:0");
        host._app.Run(http =>
        {
            host._heard.Enqueue(new($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}", http.Request.Host.Value ?? "", http.Request.Headers.Authorization.ToString()));
            return host.Answer(http);
        });
        await host._app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <param name="Line">Method, path and query.</param>
    /// <param name="Host">The header of that name.</param>
    /// <param name="Authorization">The header of that name, empty where there is none.</param>
    internal sealed record Heard(string Line, string Host, string Authorization);
}
