using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;

namespace Dashboard.Web.Actions;

/// <summary>Deletes for good. What was asked and not named in the answer is looked for; after a lost answer what is still there is asked for again.</summary>
internal sealed class DeleteRequest : IBatchRequest
{
    private const int MostAttempts = 5;

    public Task<IReadOnlyList<NotificationId>> SendAsync(ConnectionProxy make, ActionBatch batch, Zone zone, Func<Task> leaving, CancellationToken cancellationToken) =>
        make.DeleteNotificationsAsync([.. batch.Open], zone.ImtZoneId, leaving, cancellationToken);

    public ActionBatch Answered(ActionBatch batch, IReadOnlyList<NotificationId> answered)
    {
        var confirmed = batch.WithChanged(batch.Open.Intersect(answered).ToArray());
        return confirmed with { State = confirmed.Open.Any() ? BatchState.Unconfirmed : BatchState.Settled, SentAt = null };
    }

    public async Task<ActionBatch> LookAsync(NotificationLookup lookup, ConnectionProxy make, ActionBatch batch, Zone zone, CancellationToken cancellationToken)
    {
        NotificationId[] open = [.. batch.Open];
        var there = await lookup.FindAsync(make, zone, open, unreadOnly: false, batch.Above, cancellationToken);
        var looked = batch.WithChanged(open.Where(id => !there.Contains(id))) with { SentAt = null };
        return looked switch
        {
            _ when there.Count == 0 => looked with { State = BatchState.Settled },
            { State: BatchState.Unconfirmed } => looked.Settled("Make did not delete it: its answer left it out, and it is still there."),
            { Attempts: >= MostAttempts } => looked.Settled($"Make did not confirm it in {MostAttempts} attempts, and it is still there."),
            _ => looked with { State = BatchState.Pending },
        };
    }
}
