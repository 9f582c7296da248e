using Microsoft.AspNetCore.Antiforgery;

namespace Dashboard.Web.Identity;

internal static class FormToken
{
    /// <summary>
    /// Refuses a post that does not come from a form this app gave to this person. The framework's own check, which this replaces, answers
    /// without a word, and only where a form is read.
    /// </summary>
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder endpoint) => endpoint
        .DisableAntiforgery()
        .AddEndpointFilter(async (context, next) =>
            await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
                ? await next(context)
                : TypedResults.BadRequest("This page was open for too long, or somebody else signed in meanwhile. Go back, reload it and try again."));
}
