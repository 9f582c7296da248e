using Dashboard.Client;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Web.Actions;

/// <summary>Takes a deletion from a script, once the rows it names are known here: what is not known can't be kept in the recycle bin.</summary>
internal static class DeleteEndpoint
{
    private const int MostKeys = 100_000;

    private static readonly string Form = $$"""Send {"keys":[{"zone":"eu1.make.com","id":"1"}]} as application/json; ids are text. Give at most {{MostKeys}} keys in one request.""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Room for the most keys, each with the longest id and a connection; every other request is far smaller.</summary>
    public static RequestSizeLimitAttribute Size { get; } = new(24 * 1024 * 1024);

    public static async Task<IResult> AcceptAsync(HttpContext context, Inboxes inboxes, Outbox outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var (wanted, unread) = await ReadAsync(context.Request, cancellationToken);
        if (unread is not null)
            return unread;
        using var watch = await inboxes.WatchAsync(UserKey.Required(context.User).ToString(), cancellationToken);
        var (snapshot, places) = (watch.Inbox.Snapshot, new Dictionary<(string?, Guid?), ZonePart>());
        var keys = new List<NotificationKey>(wanted.Count);
        foreach (var one in wanted)
        {
            if (Resolve(one, snapshot, places, out var problem) is not { } key)
                return ActionEndpoints.Refused(StatusCodes.Status400BadRequest, "A key is not understood", problem!);
            keys.Add(key);
        }

        if (!await AreKnownAsync(watch, keys, time, cancellationToken))
        {
            return ActionEndpoints.Refused(
                StatusCodes.Status503ServiceUnavailable, "Nothing was done", "Your notifications are still being fetched from Make. Try again in a moment, or see your connections.");
        }

        return await outbox.DeleteAsync(watch.Inbox, keys, cancellationToken) is { } action
            ? TypedResults.Accepted(ActionEndpoints.PathOf(action), ActionAnswer.Of(action))
            : ActionEndpoints.Refused(StatusCodes.Status409Conflict, "Nothing is left to do", "All of these are on their way already.");
    }

    private static async Task<(IReadOnlyList<Wanted> Keys, IResult? Refused)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, refused) = await JsonBody.ReadAsync<Body>(request, Form, cancellationToken);
        return body?.Keys switch
        {
            _ when refused is not null => ([], refused),
            null or [] => ([], ActionEndpoints.Refused(StatusCodes.Status400BadRequest, "No keys are given", Form)),
            { Count: > MostKeys } => ([], ActionEndpoints.Refused(StatusCodes.Status413PayloadTooLarge, "These are too many", Form)),
            var keys => (keys, null),
        };
    }

    /// <param name="wanted">As it was sent.</param>
    /// <param name="snapshot">What the person can see.</param>
    /// <param name="places">Where earlier keys were found: many come from few zones.</param>
    /// <param name="problem">Why it names nothing.</param>
    private static NotificationKey? Resolve(Wanted wanted, InboxSnapshot snapshot, Dictionary<(string?, Guid?), ZonePart> places, out string? problem)
    {
        problem = null;
        if (places.TryGetValue((wanted.Zone, wanted.Connection), out var place) && NotificationId.TryParse(wanted.Id, out var known))
            return new NotificationKey(place.Connection.Id, place.Zone.Domain, known);
        if (!NotificationId.TryParse(wanted.Id, out var id))
        {
            problem = $"'{wanted.Id}' is no id: give the digits that Make gives, as text.";
            return null;
        }

        if (OwnZones.Resolve(snapshot, wanted.Zone, wanted.Connection, out problem) is not { } part)
            return null;
        places[(wanted.Zone, wanted.Connection)] = part;
        return new NotificationKey(part.Connection.Id, part.Zone.Domain, id);
    }

    private static async Task<bool> AreKnownAsync(InboxWatch watch, List<NotificationKey> keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var places = keys.Select(key => (key.ConnectionId, key.Zone)).ToHashSet();
        if (await watch.FetchedAsync(part => places.Contains((part.Connection.Id, part.Zone.Domain)), Patience, time, cancellationToken))
            return true;
        // Make can't be asked just now; what is known already can go all the same.
        var snapshot = watch.Inbox.Snapshot;
        return keys.All(key => snapshot.Find(key) is not null);
    }

    /// <param name="Keys">Which; at least one.</param>
    internal sealed record Body(IReadOnlyList<Wanted>? Keys);

    /// <param name="Zone">Domain of the zone.</param>
    /// <param name="Id">Make's id, as text.</param>
    /// <param name="Connection">The connection, where several see the zone.</param>
    internal readonly record struct Wanted(string? Zone, string? Id, Guid? Connection);
}
