using System.Diagnostics;
using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Actions;

/// <summary>Actions in the database, as whoever asks for them and shows them needs them. Every question names the owner.</summary>
internal sealed class OutboxStore(IDbContextFactory<DashboardDb> databases, OutboxSignals signals, TimeProvider time)
{
    /// <summary>Ids that were sent so recently that an old list may still show them.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(10);

    /// <summary>Writes an action with everything that belongs to it, or nothing at all.</summary>
    /// <param name="owner">User key of the person who asks.</param>
    /// <param name="kind">What is asked.</param>
    /// <param name="dueAt">When it begins unless it is taken back.</param>
    /// <param name="batches">Its requests, in order. Ids that are on their way in another deletion are left out.</param>
    /// <param name="seal">Makes the sealed copies that a batch is kept with; <see langword="null"/> for none.</param>
    /// <param name="also">More to be written at the same time, or not at all.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is written then.</param>
    /// <returns><see langword="null"/> where nothing is left to do.</returns>
    public async Task<NotificationAction?> AcceptAsync(
        string owner,
        ActionKind kind,
        DateTimeOffset dueAt,
        IReadOnlyList<ActionBatch> batches,
        Func<ActionBatch, BinCopies?> seal,
        Func<DashboardDb, Task> also,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // Takes the database's one write lock, so that two tabs can't both take the same row.
        await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
        if (kind == ActionKind.Delete)
            batches = await WithoutUnderWayAsync(database, owner, now, batches, cancellationToken);
        if (batches.Count == 0)
            return null;
        var record = new ActionRecord
        {
            Owner = owner,
            Kind = kind.ToString(),
            State = nameof(ActionState.Waiting),
            AcceptedAt = now,
            DueAt = dueAt,
            Asked = batches.Sum(batch => batch.Ids.Length),
            Trace = Activity.Current?.Id,
            Revision = 1,
        };
        if (kind is ActionKind.Done or ActionKind.Reopen)
            (record.State, record.StartedAt, record.EndedAt, record.Changed) = (nameof(ActionState.Ended), now, now, record.Asked);
        database.Actions.Add(record);
        await database.SaveChangesAsync(cancellationToken);
        foreach (var batch in batches)
            await AddAsync(database, owner, now, batch with { ActionId = record.Id, Revision = 1 }, seal(batch), cancellationToken);
        await also(database);
        await database.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        signals.Tell(owner);
        return NotificationAction.From(record, now);
    }

    /// <summary>Takes an action back, if it has not begun.</summary>
    /// <param name="owner">Whose it must be.</param>
    /// <param name="id">The action.</param>
    /// <param name="also">More to be changed at the same time; told whether it was the portal's own state.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it was taken back.</returns>
    public async Task<bool> UndoAsync(string owner, long id, Func<DashboardDb, NotificationAction, Task> also, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await database.Actions.SingleOrDefaultAsync(row => row.Id == id && row.Owner == owner, cancellationToken) is not { } record
            || NotificationAction.From(record, now) is not { CanUndo: true } action)
            return false;
        (record.State, record.EndedAt, record.Revision) = (nameof(ActionState.Undone), now, record.Revision + 1);
        await database.BinRows.Where(row => database.ActionBatches.Any(batch => batch.ActionId == id && batch.Id == row.BatchId)).ExecuteDeleteAsync(cancellationToken);
        await also(database, action);
        await database.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        signals.Tell(owner);
        return true;
    }

    /// <summary>Changes an action of a person where it is as expected.</summary>
    /// <returns>Whether it was.</returns>
    public async Task<bool> ChangeAsync(
        string owner, Func<IQueryable<ActionRecord>, IQueryable<ActionRecord>> which, Action<ActionRecord> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
        var records = await which(database.Actions.Where(row => row.Owner == owner)).ToListAsync(cancellationToken);
        if (records.Count == 0)
            return false;
        foreach (var record in records)
        {
            change(record);
            record.Revision++;
        }

        await database.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        signals.Tell(owner);
        return true;
    }

    /// <summary>Two numbers that change whenever any action of the person does.</summary>
    public async Task<(int Count, long Revisions)> StampAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var stamp = await database.Actions.Where(row => row.Owner == owner).GroupBy(row => 1)
            .Select(all => new { Count = all.Count(), Revisions = all.Sum(row => row.Revision) }).SingleOrDefaultAsync(cancellationToken);
        return (stamp?.Count ?? 0, stamp?.Revisions ?? 0);
    }

    /// <summary>What a page shows beside the list: live actions, those that ended lately, and those that kept something nobody has dismissed yet.</summary>
    public async Task<IReadOnlyList<NotificationAction>> CurrentAsync(string owner, TimeSpan lately, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - lately;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var records = await database.Actions.AsNoTracking()
            .Where(row => row.Owner == owner && (row.EndedAt == null || row.EndedAt >= since || (row.Kept > 0 && !row.IsDismissed)))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. records.Select(record => NotificationAction.From(record, now))];
    }

    /// <summary>A person's actions, latest first.</summary>
    public async Task<IReadOnlyList<NotificationAction>> ListAsync(string owner, ActivityFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var records = await Filtered(database, owner, filter).OrderByDescending(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        return [.. records.Select(record => NotificationAction.From(record, now))];
    }

    public async Task<int> CountAsync(string owner, ActivityFilter filter, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Filtered(database, owner, filter).CountAsync(cancellationToken);
    }

    public async Task<NotificationAction?> FindAsync(string owner, long id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var record = await database.Actions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.Owner == owner, cancellationToken);
        return record is null ? null : NotificationAction.From(record, time.GetUtcNow());
    }

    /// <summary>The revisions of all batches of these actions.</summary>
    public async Task<IReadOnlyList<(long Id, long Revision)>> BatchRevisionsAsync(IReadOnlyCollection<long> actions, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var revisions = await database.ActionBatches.Where(row => actions.Contains(row.ActionId)).OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Revision }).ToListAsync(cancellationToken);
        return [.. revisions.Select(row => (row.Id, row.Revision))];
    }

    public async Task<IReadOnlyList<ActionBatch>> BatchesAsync(IReadOnlyCollection<long> batches, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var records = await database.ActionBatches.AsNoTracking().Where(row => batches.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. records.Select(ActionBatch.From)];
    }

    /// <summary>All batches of one action, in their order.</summary>
    public async Task<IReadOnlyList<ActionBatch>> BatchesOfAsync(long action, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var records = await database.ActionBatches.AsNoTracking().Where(row => row.ActionId == action).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. records.Select(ActionBatch.From)];
    }

    private static IQueryable<ActionRecord> Filtered(DashboardDb database, string owner, ActivityFilter filter)
    {
        var rows = database.Actions.AsNoTracking().Where(row => row.Owner == owner);
        if (filter.Kind is { } kind && kind.ToString() is var name)
            rows = rows.Where(row => row.Kind == name);
        if (filter.From is { } from)
            rows = rows.Where(row => row.AcceptedAt >= from);
        if (filter.Until is { } until)
            rows = rows.Where(row => row.AcceptedAt < until);
        return rows;
    }

    private static async Task AddAsync(DashboardDb database, string owner, DateTimeOffset now, ActionBatch batch, BinCopies? copies, CancellationToken cancellationToken)
    {
        var record = batch.ToRecord();
        database.ActionBatches.Add(record);
        await database.SaveChangesAsync(cancellationToken);
        if (copies is null)
            return;
        database.BinRows.Add(new BinRowsRecord { BatchId = record.Id, Owner = owner, KeptAt = now, Sealed = copies.Rows });
        foreach (var (id, body) in copies.Bodies)
            database.BinBodies.Add(new BinBodyRecord { BatchId = record.Id, NotificationId = id.ToString(), Sealed = body });
    }

    /// <summary>An old list may show rows that another page has already sent away: they must not be sent twice.</summary>
    private static async Task<IReadOnlyList<ActionBatch>> WithoutUnderWayAsync(
        DashboardDb database, string owner, DateTimeOffset now, IReadOnlyList<ActionBatch> batches, CancellationToken cancellationToken)
    {
        var since = now - Recently;
        var others = await database.ActionBatches.AsNoTracking()
            .Where(batch => database.Actions.Any(action => action.Id == batch.ActionId && action.Owner == owner
                && action.Kind == nameof(ActionKind.Delete) && action.State != nameof(ActionState.Undone) && (action.EndedAt == null || action.EndedAt >= since)))
            .ToListAsync(cancellationToken);
        var taken = others.Select(ActionBatch.From).GroupBy(batch => (batch.ConnectionId, batch.Zone))
            .ToDictionary(zone => zone.Key, zone => zone.SelectMany(batch => batch.Ids.Where(id => !batch.Kept.ContainsKey(id))).ToHashSet());
        return
        [
            .. batches
                .Select(batch => taken.TryGetValue((batch.ConnectionId, batch.Zone), out var ids) ? batch with { Ids = [.. batch.Ids.Where(id => !ids.Contains(id))] } : batch)
                .Where(batch => batch.Ids.Length > 0),
        ];
    }
}
