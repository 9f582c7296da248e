using Dashboard.Web.Actions;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Web.Api;

internal static class MarkAllReadEndpoint
{
    private const string Form = """Send {"zones":[{"zone":"eu1.make.com"}]} as application/json. GET /api/v1/zones lists yours.""";

    public static async Task<Results<Accepted<ActionAnswer>, ProblemHttpResult>> AcceptAsync(
        HttpContext context, Inboxes inboxes, Outbox outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var (wanted, refused) = await JsonBody.ReadAsync<Wanted>(context.Request, Form, cancellationToken);
        if (refused is not null)
            return refused;
        if (wanted?.Zones is not { Count: > 0 } zones)
            return ActionEndpoints.Refused(StatusCodes.Status400BadRequest, "No zone is given", Form);
        using var watch = await inboxes.WatchAsync(UserKey.Required(context.User).ToString(), cancellationToken);
        await watch.FetchedAsync(ListEndpoint.Patience, time, cancellationToken);
        var (snapshot, parts) = (watch.Inbox.Snapshot, new List<ZonePart>());
        foreach (var one in zones)
        {
            if (OwnZones.Resolve(snapshot, one.Zone, one.Connection, out var problem) is not { } part)
                return ActionEndpoints.Refused(StatusCodes.Status400BadRequest, "A zone is not understood", problem!);
            if (part.State.Phase == ZonePhase.Unreadable)
                return ActionEndpoints.Refused(StatusCodes.Status409Conflict, "Nothing was done", $"The zone {part.Zone.Domain} can't be read. {part.State.Problem}");
            if (!parts.Contains(part))
                parts.Add(part);
        }

        return await outbox.MarkAllReadAsync(watch.Inbox, parts, seen: _ => false, cancellationToken) is { } action
            ? TypedResults.Accepted(ActionEndpoints.PathOf(action), ActionAnswer.Of(action))
            : ActionEndpoints.Refused(StatusCodes.Status409Conflict, "Nothing is left to do", "These zones are on their way already.");
    }

    /// <param name="Zones">Which zones; at least one.</param>
    internal sealed record Wanted(IReadOnlyList<WantedZone>? Zones);

    /// <param name="Zone">Domain of the zone.</param>
    /// <param name="Connection">The connection, where several see it.</param>
    internal readonly record struct WantedZone(string? Zone, Guid? Connection);
}
