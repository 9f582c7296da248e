using System.Collections.Immutable;
using Dashboard.Web.Data;
using Dashboard.Web.Hosting;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

/// <summary>
/// Takes what a person wants changed. It is written to the database before anything else happens, waits for its undo window there, and is
/// then carried out by the server, whether or not the page still exists.
/// </summary>
public sealed class Outbox
{
    /// <summary>How long one hold of the undo window lasts unless it is said again.</summary>
    public static readonly TimeSpan HoldLease = TimeSpan.FromSeconds(5);

    /// <summary>The longest that the undo window is held in all.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    /// <summary>Of the portal's own state no request is sent: few large pieces are enough.</summary>
    private const int OwnStateBatch = 10_000;

    private readonly OutboxStore _store;
    private readonly PersonalOutboxes _mirrors;
    private readonly BinSeal _seal;
    private readonly NotificationReader _reader;
    private readonly ActionsOptions _options;
    private readonly TimeProvider _time;

    internal Outbox(OutboxStore store, PersonalOutboxes mirrors, BinSeal seal, NotificationReader reader, IOptions<ActionsOptions> options, TimeProvider time) =>
        (_store, _mirrors, _seal, _reader, _options, _time) = (store, mirrors, seal, reader, options.Value, time);

    /// <summary>Deletes these notifications for good once the undo window is over. They leave the lists at once.</summary>
    /// <param name="inbox">The person's inbox.</param>
    /// <param name="keys">Frozen here: what is selected later is not part of it.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is written then.</param>
    /// <returns><see langword="null"/> where all of them are on their way already.</returns>
    /// <exception cref="ActionNotAcceptedException">It could not be written, and nothing was done.</exception>
    public Task<NotificationAction?> DeleteAsync(PersonalInbox inbox, IReadOnlyCollection<NotificationKey> keys, CancellationToken cancellationToken)
    {
        var snapshot = inbox.Snapshot;
        var batches = Batches(keys, _options.DeleteBatchSize, first => snapshot.RowsAbove(first));
        // Sealed before the database is locked for everybody; only what turns out to be on its way in part is sealed anew.
        var copies = _options.RecycleBinDays == 0 ? null : batches.ToDictionary(batch => batch.Ids, batch => Copies(inbox.Owner, snapshot, batch));
        return AcceptAsync(
            inbox,
            ActionKind.Delete,
            batches,
            batch => copies is null ? null : copies.GetValueOrDefault(batch.Ids) ?? Copies(inbox.Owner, snapshot, batch),
            _ => Task.CompletedTask,
            cancellationToken);
    }

    /// <summary>Marks everything in these zones as read once the undo window is over: Make knows no finer way (reference §6.3).</summary>
    /// <param name="inbox">The person's inbox.</param>
    /// <param name="zones">Zones of that inbox.</param>
    /// <param name="seen">Whether a notification has been on the person's screen: the receipt names those that were not.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is written then.</param>
    /// <exception cref="ActionNotAcceptedException">It could not be written, and nothing was done.</exception>
    public Task<NotificationAction?> MarkAllReadAsync(
        PersonalInbox inbox, IReadOnlyList<ZonePart> zones, Func<NotificationKey, bool> seen, CancellationToken cancellationToken)
    {
        var snapshot = inbox.Snapshot;
        var batches = zones.Select(zone =>
        {
            var unread = snapshot.UnreadIn(zone).ToImmutableArray();
            return new ActionBatch
            {
                ConnectionId = zone.Connection.Id,
                Zone = zone.Zone.Domain,
                Ids = unread,
                Seen = [.. unread.Where(id => seen(new NotificationKey(zone.Connection.Id, zone.Zone.Domain, id)))],
            };
        });
        return AcceptAsync(inbox, ActionKind.MarkAllRead, [.. batches], _ => null, _ => Task.CompletedTask, cancellationToken);
    }

    /// <summary>Says that the person is done with these, or no longer is. At once, and Make is never told.</summary>
    /// <param name="inbox">The person's inbox.</param>
    /// <param name="keys">Those that are so already are left alone.</param>
    /// <param name="done">Done, or open again.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is written then.</param>
    /// <returns><see langword="null"/> where all of them are so already.</returns>
    /// <exception cref="ActionNotAcceptedException">It could not be written, and nothing was done.</exception>
    public Task<NotificationAction?> SetDoneAsync(PersonalInbox inbox, IReadOnlyCollection<NotificationKey> keys, bool done, CancellationToken cancellationToken)
    {
        var snapshot = inbox.Snapshot;
        var batches = Batches([.. keys.Where(key => snapshot.Find(key) is { } row && row.IsDone != done)], OwnStateBatch, _ => 0);
        return AcceptAsync(
            inbox,
            done ? ActionKind.Done : ActionKind.Reopen,
            batches,
            _ => null,
            database => DoneMarks.SetAsync(database, inbox.Owner, batches, done, cancellationToken),
            cancellationToken);
    }

    /// <summary>Takes an action back, if it can be.</summary>
    /// <returns>Whether it was.</returns>
    public async Task<bool> UndoAsync(string owner, long id, CancellationToken cancellationToken)
    {
        var undone = await WrittenAsync(async () =>
        {
            var batches = await _store.BatchesOfAsync(id, cancellationToken);
            return await _store.UndoAsync(
                owner,
                id,
                (database, action) => action.IsOwnState ? DoneMarks.SetAsync(database, owner, batches, action.Kind == ActionKind.Reopen, cancellationToken) : Task.CompletedTask,
                cancellationToken);
        });
        await _mirrors.ReadAgainAsync(owner, cancellationToken);
        return undone;
    }

    /// <summary>Keeps an action from beginning while a hand rests on the offer to undo it: said again every few seconds, for a minute at most.</summary>
    public Task HoldAsync(string owner, long id, CancellationToken cancellationToken) => ChangeAsync(
        owner,
        rows => rows.Where(row => row.Id == id && row.State == nameof(ActionState.Waiting)),
        action =>
        {
            var now = _time.GetUtcNow();
            action.LongestHold ??= now + LongestHold;
            var until = now + HoldLease < action.LongestHold ? now + HoldLease : action.LongestHold.Value;
            var from = action.HeldUntil > now ? action.HeldUntil.Value : now;
            // What is left of the window is left when it is let go.
            if (until > from)
                action.DueAt += until - from;
            action.HeldUntil = until;
        },
        cancellationToken);

    /// <summary>The hand has gone: the window goes on where it was.</summary>
    public Task LetGoAsync(string owner, long id, CancellationToken cancellationToken) => ChangeAsync(
        owner,
        rows => rows.Where(row => row.Id == id && row.State == nameof(ActionState.Waiting) && row.HeldUntil != null),
        action =>
        {
            var unused = action.HeldUntil!.Value - _time.GetUtcNow();
            if (unused > TimeSpan.Zero)
                action.DueAt -= unused;
            action.HeldUntil = null;
        },
        cancellationToken);

    /// <summary>What has not gone out waits.</summary>
    public Task<bool> PauseAsync(string owner, long id, CancellationToken cancellationToken) =>
        ChangeAsync(owner, rows => Live(rows, id), action => action.IsPaused = true, cancellationToken);

    /// <summary>What was paused goes on.</summary>
    public Task<bool> ResumeAsync(string owner, long id, CancellationToken cancellationToken) =>
        ChangeAsync(owner, rows => Live(rows, id), action => action.IsPaused = false, cancellationToken);

    /// <summary>What has not gone out will not, and comes back to the list. What Make was asked for is not taken back.</summary>
    public Task<bool> StopAsync(string owner, long id, CancellationToken cancellationToken) =>
        ChangeAsync(owner, rows => Live(rows, id), action => action.IsStopped = true, cancellationToken);

    /// <summary>The person has seen what was kept and why: it is no longer pointed out in the list.</summary>
    public Task DismissAsync(string owner, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ChangeAsync(owner, rows => rows.Where(row => ids.Contains(row.Id)), action => action.IsDismissed = true, cancellationToken);

    private static IQueryable<ActionRecord> Live(IQueryable<ActionRecord> rows, long id) =>
        rows.Where(row => row.Id == id && (row.State == nameof(ActionState.Waiting) || row.State == nameof(ActionState.Running)));

    private async Task<bool> ChangeAsync(
        string owner, Func<IQueryable<ActionRecord>, IQueryable<ActionRecord>> which, Action<ActionRecord> change, CancellationToken cancellationToken)
    {
        var changed = await WrittenAsync(() => _store.ChangeAsync(owner, which, change, cancellationToken));
        await _mirrors.ReadAgainAsync(owner, cancellationToken);
        return changed;
    }

    private async Task<NotificationAction?> AcceptAsync(
        PersonalInbox inbox,
        ActionKind kind,
        ActionBatch[] batches,
        Func<ActionBatch, BinCopies?> seal,
        Func<DashboardDb, Task> also,
        CancellationToken cancellationToken)
    {
        if (batches.Length == 0)
            return null;
        NotificationAction? accepted;
        using (new RunStep("accept").Begin())
            accepted = await WrittenAsync(() => _store.AcceptAsync(inbox.Owner, kind, _time.GetUtcNow() + _options.UndoWindow, batches, seal, also, cancellationToken));
        await _mirrors.ReadAgainAsync(inbox.Owner, cancellationToken);
        return accepted;
    }

    private BinCopies Copies(string owner, InboxSnapshot snapshot, ActionBatch batch)
    {
        var keys = batch.Ids.Select(id => new NotificationKey(batch.ConnectionId, batch.Zone, id)).ToArray();
        var rows = keys.Select(snapshot.Find).OfType<InboxRow>().Select(row =>
            new KeptRow(row.Key.Id.ToString(), row.Subject, row.Type, row.Created.ToUnixTimeMilliseconds(), row.Read?.ToUnixTimeMilliseconds()));
        var bodies = keys.Select(key => (key.Id, Body: _reader.LastRead(key))).Where(read => read.Body is not null)
            .ToDictionary(read => read.Id, read => _seal.Body(owner, read.Body!));
        return new BinCopies(_seal.Rows(owner, rows), bodies);
    }

    private static ActionBatch[] Batches(IReadOnlyCollection<NotificationKey> keys, int size, Func<NotificationKey, int> above) =>
    [
        .. keys.Distinct().GroupBy(key => (key.ConnectionId, Zone: key.Zone.ToLowerInvariant()))
            .SelectMany(zone => zone.OrderByDescending(key => key.Id).Chunk(size))
            .Select(chunk => new ActionBatch
            {
                ConnectionId = chunk[0].ConnectionId,
                Zone = chunk[0].Zone,
                Ids = [.. chunk.Select(key => key.Id)],
                Above = above(chunk[0]),
            }),
    ];

    private static async Task<T> WrittenAsync<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            var reason = (trouble as SqliteException ?? trouble.InnerException as SqliteException)?.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_FULL => "its disk is full. Tell your administrator",
                SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "its database is busy. Try again",
                _ => "its database can't be written. Try again, and if it happens again, tell your administrator",
            };
            throw new ActionNotAcceptedException($"Nothing was done: the portal could not write it down, because {reason}.", trouble);
        }
    }
}
