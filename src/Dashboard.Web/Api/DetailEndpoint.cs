using System.ComponentModel;
using Dashboard.Client;
using Dashboard.Web.Actions;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Api;

internal static class DetailEndpoint
{
    public static async Task<Results<Ok<NotificationDetailAnswer>, ProblemHttpResult>> AnswerAsync(
        HttpContext context,
        Inboxes inboxes,
        NotificationReader reader,
        [Description("Domain of the zone, such as `eu1.make.com`.")] string zone,
        [Description("Make's id.")] string id,
        [Description("The connection, where several of yours see the zone.")] Guid? connection,
        CancellationToken cancellationToken)
    {
        using var watch = await inboxes.WatchAsync(UserKey.Required(context.User).ToString(), cancellationToken);
        if (OwnZones.Resolve(watch.Inbox.Snapshot, zone, connection, out var problem) is not { } part)
            return ActionEndpoints.Refused(StatusCodes.Status404NotFound, "No such zone", problem!);
        return NotificationId.TryParse(id, out var number)
            ? TypedResults.Ok(NotificationDetailAnswer.Of(await reader.OpenAsync(watch.Inbox, part, number, cancellationToken)))
            : ActionEndpoints.Refused(StatusCodes.Status404NotFound, "No such notification", $"'{id}' is no id: give the digits that Make gives.");
    }
}
