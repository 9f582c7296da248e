using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;

namespace Dashboard.Web.Actions;

/// <summary>
/// Marks all of a zone as read. It would also take what has arrived since, so it is never sent again after a lost answer: the lists are
/// compared, the receipt says "probably", and the person decides.
/// </summary>
internal sealed class MarkAllReadRequest : IBatchRequest
{
    public Task<IReadOnlyList<NotificationId>> SendAsync(ConnectionProxy make, ActionBatch batch, Zone zone, Func<Task> leaving, CancellationToken cancellationToken) =>
        make.MarkAllReadAsync(zone.ImtZoneId, leaving, cancellationToken);

    public ActionBatch Answered(ActionBatch batch, IReadOnlyList<NotificationId> answered)
    {
        var marked = batch.WithChanged(answered);
        return marked.Open.Any()
            ? marked.Settled("Make's answer does not name it: it may have been read or deleted before.")
            : marked with { State = BatchState.Settled };
    }

    public async Task<ActionBatch> LookAsync(NotificationLookup lookup, ConnectionProxy make, ActionBatch batch, Zone zone, CancellationToken cancellationToken)
    {
        NotificationId[] open = [.. batch.Open];
        var unread = open.Length == 0 ? new HashSet<NotificationId>() : await lookup.FindAsync(make, zone, open, unreadOnly: true, above: 0, cancellationToken);
        var looked = batch.WithChanged(open.Where(id => !unread.Contains(id))) with { IsProbable = true };
        return looked.Settled(unread.Count switch
        {
            0 when open.Length == 0 => "Make's answer was lost. Nothing unread was known before, so it can't be told.",
            0 => "Make's answer was lost. None of what was unread before is unread now, so it was probably done.",
            _ when unread.Count == open.Length => "Make's answer was lost. All that was unread before still is, so it was probably not done.",
            _ => "Make's answer was lost. Some of what was unread before still is, so it was probably done only in part.",
        });
    }
}
