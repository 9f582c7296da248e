using System.Diagnostics;
using System.Net.Mime;

namespace Dashboard.Web.Hosting;

/// <summary>
/// Writes every refusal that is said in problem details, whichever part of the server refuses, with the number that the log knows the request
/// by. What the caller says it accepts is not asked: the framework's own writer would leave the number out for a browser.
/// </summary>
internal sealed class NumberedProblems : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString();
        await context.HttpContext.Response.WriteAsJsonAsync(context.ProblemDetails, options: null, MediaTypeNames.Application.ProblemJson, context.HttpContext.RequestAborted);
    }
}
