using System.Globalization;
using Dashboard.Client;
using Dashboard.Web.Actions;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Api;

/// <summary>The portal over HTTP, for scripts and for other programs of the team: what a page shows and does, and nothing else.</summary>
internal static class ApiEndpoints
{
    /// <summary>Where everything is, for this version.</summary>
    public const string Path = "/api/v1";

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Path).AddEndpointFilter(AnswerAsync).WithEntityTags().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/zones", ZonesEndpoint.AnswerAsync)
            .WithName("listZones").WithTags("Notifications").WithSummary("Your zones with their counts");
        api.MapGet("/notifications", ListEndpoint.AnswerAsync).ProducesRefusals(400, 410, 503)
            .WithName("listNotifications").WithTags("Notifications").WithSummary("Notifications by a query, page by page")
            .WithDescription("The query and the order are those of the inbox. A page that ends with a row which is gone by then can't be followed: start again without `after`.");
        api.MapGet("/notifications/{zone}/{id}", DetailEndpoint.AnswerAsync).ProducesRefusals(403, 404, 409, 502, 503)
            .WithName("getNotification").WithTags("Notifications").WithSummary("A notification with its message")
            .WithDescription("Asks Make. Whether that marks the notification as read is not documented by Make. `html` is sanitized; `source` is as Make sent it and must not be shown as HTML.");
        api.MapPost("/notifications/mark-all-read", MarkAllReadEndpoint.AcceptAsync).RequireHeaderToken()
            .Accepts<MarkAllReadEndpoint.Wanted>("application/json").ProducesRefusals(400, 409, 413, 415, 503)
            .WithName("markAllRead").WithTags("Notifications").WithSummary("Mark everything in zones as read")
            .WithDescription("Accepted as an action, which waits for the undo window and then asks Make. Make can mark nothing finer than a zone.");
        api.MapActions();
        api.MapHeaderToken();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapSwaggerUI("api/docs", page =>
        {
            page.DocumentTitle = "API of Make notifications";
            page.SwaggerEndpoint($"/openapi/{ApiDocument.Version}.json", "Make notifications");
        });
    }

    /// <summary>Every failure is answered in words.</summary>
    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (MakeException refused)
        {
            if (refused.Failure is MakeFailure.Throttled { RetryAfter: { } wait })
                context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return Refused(refused.Failure);
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            return ActionEndpoints.Refused(StatusCodes.Status503ServiceUnavailable, "The portal can't read its database", "Try again, and if it happens again, tell your administrator.");
        }
    }

    private static ProblemHttpResult Refused(MakeFailure failure) => failure switch
    {
        MakeFailure.NotFound => ActionEndpoints.Refused(StatusCodes.Status404NotFound, "Make has no such notification", failure.Message),
        MakeFailure.NotSignedIn => ActionEndpoints.Refused(StatusCodes.Status409Conflict, "The connection has to be made anew", failure.Message),
        MakeFailure.LacksPermission => ActionEndpoints.Refused(StatusCodes.Status403Forbidden, "Make does not allow this", failure.Words),
        MakeFailure.Throttled => ActionEndpoints.Refused(StatusCodes.Status503ServiceUnavailable, "Make asks to wait", failure.Message),
        _ => ActionEndpoints.Refused(StatusCodes.Status502BadGateway, "Make did not answer as it should", failure.Words),
    };
}
