using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

/// <summary>
/// Changes at Make. Each request is sent once; nothing counts as done before Make's answer says so; what the answer does not name is kept
/// and explained.
/// </summary>
public sealed class NotificationActions(MakeProxy proxy, IOptions<ActionsOptions> options, TimeProvider time)
{
    private const string NotConfirmed = "Not deleted: Make did not confirm it. The list is being compared with Make; try again if it stays.";

    private const string AnswerLost = "Make's answer was lost, so it may or may not be deleted. The list is being compared with Make; try again if it stays.";

    /// <summary>Marks everything in these zones as read: Make knows no finer way (reference §6.3).</summary>
    /// <param name="inbox">The person's inbox, which is told what Make confirmed.</param>
    /// <param name="zones">Zones of that inbox.</param>
    /// <param name="cancellationToken">Stops before the requests are sent; what is under way is not taken back.</param>
    public async Task<IReadOnlyList<MarkReceipt>> MarkAllReadAsync(PersonalInbox inbox, IReadOnlyList<ZonePart> zones, CancellationToken cancellationToken) =>
        await Task.WhenAll(zones.Select(zone => MarkAllReadAsync(inbox, zone, cancellationToken)));

    /// <summary>Deletes these notifications for good, in batches.</summary>
    /// <param name="inbox">The person's inbox, which is told what Make confirmed.</param>
    /// <param name="keys">Keys of that inbox; those of a connection or zone it does not have are kept and say so.</param>
    /// <param name="progress">Told how many were asked for so far.</param>
    /// <param name="cancellationToken">Stops before the next batch; a batch that is under way is not taken back.</param>
    public async Task<DeleteReceipt> DeleteAsync(PersonalInbox inbox, IReadOnlyCollection<NotificationKey> keys, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var deleted = new List<NotificationKey>();
        var kept = new Dictionary<NotificationKey, string>();
        var snapshot = inbox.Snapshot;
        foreach (var zone in keys.Distinct().GroupBy(snapshot.PartOf))
        {
            string? refused = zone.Key is null ? "Not sent: its connection is no longer yours." : null;
            foreach (var batch in zone.Chunk(options.Value.DeleteBatchSize))
            {
                if (cancellationToken.IsCancellationRequested)
                    refused ??= "Not sent: you stopped before its turn.";
                if (refused is null && zone.Key is { } part)
                    refused = await DeleteAsync(inbox, part, batch, deleted.Count + kept.Count == 0 ? Urgency.Person : Urgency.Poll, deleted, kept);
                else
                    Keep(kept, batch, refused!);
                progress?.Report(deleted.Count + kept.Count);
            }
        }

        return new DeleteReceipt(deleted, kept);
    }

    private async Task<MarkReceipt> MarkAllReadAsync(PersonalInbox inbox, ZonePart zone, CancellationToken cancellationToken)
    {
        if (!zone.Connection.Has(MakeScope.NotificationsWrite))
            return new MarkReceipt(zone, [], Lacks(zone.Connection));
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Not cancellable: once sent, only Make's answer tells what happened.
            var ids = await proxy.For(zone.Connection, Urgency.Person).MarkAllReadAsync(zone.Zone.ImtZoneId, CancellationToken.None);
            inbox.MarkedRead(zone.Connection.Id, zone.Zone.Domain, ids.ToHashSet(), time.GetUtcNow());
            return new MarkReceipt(zone, [.. ids.Select(id => new NotificationKey(zone.Connection.Id, zone.Zone.Domain, id))], null);
        }
        catch (MakeException failed)
        {
            inbox.RefreshNow(compareAll: failed.MayHaveBeenExecuted);
            return new MarkReceipt(zone, [], failed.MayHaveBeenExecuted
                ? "Make's answer was lost, so they may or may not be marked. The list is being compared with Make."
                : failed.Failure.Words);
        }
    }

    /// <summary>Sends one batch. The first is what a person waits for; the others take their turn behind people and wait for the budget.</summary>
    /// <returns>Why no further batch of this zone should be sent; <see langword="null"/> to go on.</returns>
    private async Task<string?> DeleteAsync(
        PersonalInbox inbox, ZonePart zone, NotificationKey[] batch, Urgency urgency, List<NotificationKey> deleted, Dictionary<NotificationKey, string> kept)
    {
        if (!zone.Connection.Has(MakeScope.NotificationsWrite))
        {
            Keep(kept, batch, Lacks(zone.Connection));
            return Lacks(zone.Connection);
        }

        try
        {
            // Not cancellable: once sent, only Make's answer tells what happened.
            var answered = (await proxy.For(zone.Connection, urgency)
                .DeleteNotificationsAsync([.. batch.Select(key => key.Id)], zone.Zone.ImtZoneId, CancellationToken.None)).ToHashSet();
            var confirmed = batch.Where(key => answered.Contains(key.Id)).ToArray();
            deleted.AddRange(confirmed);
            inbox.Deleted(zone.Connection.Id, zone.Zone.Domain, confirmed.Select(key => key.Id).ToHashSet());
            if (confirmed.Length == batch.Length)
                return null;
            Keep(kept, batch.Except(confirmed), NotConfirmed);
            inbox.RefreshNow(compareAll: true);
            return null;
        }
        catch (MakeException failed)
        {
            Keep(kept, batch, failed.MayHaveBeenExecuted ? AnswerLost : $"{failed.Failure.Words}");
            inbox.RefreshNow(compareAll: failed.MayHaveBeenExecuted);
            return $"Not sent: {failed.Failure.Words}";
        }
    }

    private static void Keep(Dictionary<NotificationKey, string> kept, IEnumerable<NotificationKey> keys, string reason)
    {
        foreach (var key in keys)
            kept[key] = reason;
    }

    private static string Lacks(Connection connection) =>
        $"The token of the connection {connection.Name} lacks the scope {MakeScope.NotificationsWrite.Name}. Connect with a token that has it.";
}
