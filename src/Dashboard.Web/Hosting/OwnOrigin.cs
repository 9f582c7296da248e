namespace Dashboard.Web.Hosting;

/// <summary>
/// Refuses what a page of another site sends here with a person's cookies: changes, and the line of an open page, which no CORS rule of
/// a browser holds back (<c>security.md</c> 3.10, 3.11). Programs other than browsers name no origin, and carry no cookies but their own.
/// </summary>
internal static partial class OwnOrigin
{
    /// <summary>Where the identity provider's page posts its answer; guarded by the state and nonce that this browser was given.</summary>
    private static readonly PathString[] FromElsewhere = ["/signin-oidc", "/signout-oidc"];

    public static void UseOwnOrigin(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!IsForeign(context.Request))
        {
            await next(context);
            return;
        }

        LogRefused(app.Logger, context.Request.Method, context.Request.Path);
        await TypedResults.Problem(
            "The request came from a page of another site. Open the portal itself and do it there.",
            statusCode: StatusCodes.Status403Forbidden,
            title: "Not from this site").ExecuteAsync(context);
    });

    private static bool IsForeign(HttpRequest request)
    {
        var isLine = request.Path.StartsWithSegments("/_blazor") || request.HttpContext.WebSockets.IsWebSocketRequest;
        if (!isLine && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method)))
            return false;
        if (FromElsewhere.Any(path => request.Path.Equals(path, StringComparison.OrdinalIgnoreCase)))
            return false;
        // A form on a page that sends no referrer, as all of ours, has the origin "null": there the browser's other word counts.
        return request.Headers["Sec-Fetch-Site"] is [var site] && !isLine ? site is not ("same-origin" or "none") : IsForeignOrigin(request);
    }

    /// <summary>
    /// Host and port are compared. The scheme only where the app knows that it was asked over https, since behind a proxy that ends TLS it may
    /// itself be asked over http: whoever sits on the way can put any page at the portal's name over http.
    /// </summary>
    private static bool IsForeignOrigin(HttpRequest request)
    {
        if (request.Headers.Origin is not [var origin])
            return request.Headers.Origin.Count > 1;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !from.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase))
            return true;
        if (request.IsHttps && from.Scheme != Uri.UriSchemeHttps)
            return true;
        // A browser leaves out the scheme's own port; a proxy may write it.
        return request.Host.Port is { } port ? port != from.Port : !from.IsDefaultPort;
    }

    [LoggerMessage(LogLevel.Warning, "Refused {Method} {Path}: it came from another site.")]
    private static partial void LogRefused(ILogger logger, string method, PathString path);
}
