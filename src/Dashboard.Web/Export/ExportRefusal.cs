using System.Text.Encodings.Web;

namespace Dashboard.Web.Export;

/// <summary>A plain page that says why there is no file and what to do.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="title">What is wrong.</param>
/// <param name="words">What to do.</param>
/// <param name="way">Where to go on, and what that place is called.</param>
internal sealed class ExportRefusal(int status, string title, string words, (string Path, string Name) way) : IResult
{
    public static readonly (string Path, string Name) Inbox = ("/", "Back to the inbox");

    public static readonly (string Path, string Name) Connections = ("/settings/connections", "Connections");

    /// <summary>One answer for all of these: whose a ticket is, or was, is told to nobody.</summary>
    public static ExportRefusal NoTicket { get; } = new(
        StatusCodes.Status404NotFound,
        "This download is not here",
        $"It was fetched already, it is older than {ExportTickets.Lifetime.TotalMinutes:0} minutes, or it belongs to another sign-in. Export again from the inbox.",
        Inbox);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        return httpContext.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encoded(title)}</title><link rel="stylesheet" href="/app.css"></head>
            <body><main class="plain"><h1>{Encoded(title)}</h1><p>{Encoded(words)}</p><p><a href="{Encoded(way.Path)}">{Encoded(way.Name)}</a></p></main></body>
            </html>
            """,
            httpContext.RequestAborted);
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
