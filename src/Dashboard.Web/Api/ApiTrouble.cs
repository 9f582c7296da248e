using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Api;

/// <summary>Gives a script words where a person would get a page: for what broke, and for what the server itself refuses.</summary>
internal sealed class ApiTrouble : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request's own path is that of the page for people.
        if (!IsAsked(httpContext.Features.GetRequiredFeature<IExceptionHandlerPathFeature>().Path))
            return false;
        await Problem(httpContext.Response.StatusCode).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Answers a refusal that has no words yet.</summary>
    public static Task SayAsync(StatusCodeContext refused) =>
        IsAsked(refused.HttpContext.Request.Path) ? Problem(refused.HttpContext.Response.StatusCode).ExecuteAsync(refused.HttpContext) : Task.CompletedTask;

    private static bool IsAsked(PathString path) => path.StartsWithSegments("/api");

    private static ProblemHttpResult Problem(int status)
    {
        var (title, words) = status switch
        {
            StatusCodes.Status400BadRequest => ("This request is not understood", "Its body or a parameter has not the form that /openapi/v1.json describes."),
            StatusCodes.Status404NotFound => ("There is no such address", "/openapi/v1.json lists those that there are."),
            StatusCodes.Status405MethodNotAllowed => ("This address does not take that method", "/openapi/v1.json lists what it takes."),
            StatusCodes.Status413PayloadTooLarge => ("Too large", "Its body has more bytes than this address takes."),
            StatusCodes.Status415UnsupportedMediaType => ("This is not JSON", "Send the body as application/json, in the form that /openapi/v1.json describes."),
            StatusCodes.Status500InternalServerError => ("Something went wrong", "The portal met an error it did not expect. Tell your administrator the traceId."),
            _ => ("Refused", $"The portal answered {status}."),
        };
        return TypedResults.Problem(words, statusCode: status, title: title);
    }
}
