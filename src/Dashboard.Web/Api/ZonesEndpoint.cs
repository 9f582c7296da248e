using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Api;

internal static class ZonesEndpoint
{
    public static async Task<Ok<ZonesAnswer>> AnswerAsync(HttpContext context, Inboxes inboxes, TimeProvider time, CancellationToken cancellationToken)
    {
        using var watch = await inboxes.WatchAsync(UserKey.Required(context.User).ToString(), cancellationToken);
        await watch.FetchedAsync(ListEndpoint.Patience, time, cancellationToken);
        return TypedResults.Ok(ZonesAnswer.Of(watch.Inbox.Snapshot));
    }
}
