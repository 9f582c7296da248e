using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dashboard.Web.Tests.Connections;

/// <summary>A site that answers everything with a page, as a captive portal does.</summary>
internal sealed class WebPage : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebPage(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<WebPage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<!doctype html><title>Welcome</title>");
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new WebPage(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
