using Microsoft.AspNetCore.Antiforgery;

namespace Dashboard.Web.Identity;

internal static class FormToken
{
    /// <summary>The header that carries a script's token; the framework's own choice.</summary>
    public const string Header = "RequestVerificationToken";

    /// <summary>
    /// Refuses a post that does not come from a form this app gave to this person. The framework's own check, which this replaces, answers
    /// without a word, and only where a form is read.
    /// </summary>
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder endpoint) => endpoint.Require(() =>
        TypedResults.BadRequest("This page was open for too long, or somebody else signed in meanwhile. Go back, reload it and try again."));

    /// <summary>
    /// Refuses a script's request that comes with cookies and without the token it was given, in the header. An access token needs no other
    /// beside it: no browser sends it by itself.
    /// </summary>
    public static RouteHandlerBuilder RequireHeaderToken(this RouteHandlerBuilder endpoint) => endpoint.Require(
        () => TypedResults.Problem(
            $"Send the token that GET {Path} answers, in the header it names, with the cookies that it sets.",
            statusCode: StatusCodes.Status400BadRequest,
            title: "The antiforgery token is missing or not yours"),
        BearerSignIn.IsUsed);

    /// <summary>Where a script gets a token.</summary>
    public static void MapHeaderToken(this IEndpointRouteBuilder api) => api.MapGet("/antiforgery", (HttpContext context, IAntiforgery antiforgery) =>
        {
            var tokens = antiforgery.GetAndStoreTokens(context);
            return TypedResults.Ok(new HeaderToken(tokens.RequestToken!, tokens.HeaderName!));
        })
        .WithName("getToken").WithTags("Token").WithSummary("The token that every POST carries");

    private const string Path = "/api/v1/antiforgery";

    private static RouteHandlerBuilder Require(this RouteHandlerBuilder endpoint, Func<IResult> refusal, Func<HttpContext, bool>? isExempt = null) => endpoint
        .DisableAntiforgery()
        .AddEndpointFilter(async (context, next) =>
            isExempt?.Invoke(context.HttpContext) == true || await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
                ? await next(context)
                : refusal());
}
