using Dashboard.Web.Data;
using Dashboard.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

/// <summary>
/// Actions in the database, as the process needs them that carries them out. Whatever it writes it writes as their holder: a process whose
/// action was taken over by another learns so before it asks anything of Make.
/// </summary>
internal sealed class RunStore(IDbContextFactory<DashboardDb> databases, OutboxSignals signals, IOptions<ActionsOptions> options, TimeProvider time)
{
    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    /// <summary>How long a process that has died keeps others from taking over.</summary>
    public TimeSpan Lease => options.Value.Lease;

    /// <summary>Takes every action that is due, and those that another process has let go of.</summary>
    /// <param name="running">Those that this process is at work on.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<NotificationAction>> ClaimAsync(IReadOnlyCollection<long> running, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        // Asked without the write lock first: nearly always there is nothing.
        if (!await Due(database, now, running).AnyAsync(cancellationToken))
            return [];
        await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
        var due = await Due(database, now, running).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        foreach (var record in due)
        {
            (record.State, record.Holder, record.LeaseUntil) = (nameof(ActionState.Running), _holder, now + Lease);
            record.StartedAt ??= now;
            record.Revision++;
        }

        await database.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        foreach (var owner in due.Select(record => record.Owner).Distinct())
            signals.Tell(owner);
        return [.. due.Select(record => NotificationAction.From(record, now))];
    }

    /// <summary>When the next action is due that nobody works on; <see langword="null"/> where there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Actions.Where(row => row.State == nameof(ActionState.Waiting) && !row.IsPaused)
            .MinAsync(row => (DateTimeOffset?)row.DueAt, cancellationToken);
    }

    /// <summary>Says that this process is still at work, and hears what the person wants.</summary>
    /// <returns><see langword="null"/> where another process has taken over.</returns>
    public async Task<NotificationAction?> RenewAsync(long id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var until = now + Lease;
        if (await Held(database, id).ExecuteUpdateAsync(row => row.SetProperty(action => action.LeaseUntil, until), cancellationToken) == 0)
            return null;
        return await Held(database, id).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } record ? NotificationAction.From(record, now) : null;
    }

    /// <summary>Writes what became of a batch.</summary>
    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    public Task<ActionBatch> SaveAsync(ActionBatch before, ActionBatch after, CancellationToken cancellationToken) => ChangeAsync(
        before.ActionId,
        async (database, action) =>
        {
            var saved = after with
            {
                Revision = before.Revision + 1,
                SettledAt = after.State == BatchState.Settled ? after.SettledAt ?? time.GetUtcNow() : null,
            };
            // A write whose success was not heard of is not done twice.
            if (await database.ActionBatches.Where(row => row.Id == after.Id).Select(row => row.Revision).SingleAsync(cancellationToken) != before.Revision)
                return saved;
            database.ActionBatches.Update(saved.ToRecord());
            action.Changed += saved.Changed.Count - before.Changed.Count;
            action.Kept += saved.Kept.Count - before.Kept.Count;
            (action.WaitsFor, action.WaitsUntil) = (null, null);
            return saved;
        },
        cancellationToken);

    /// <summary>Says what an action waits for.</summary>
    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    public Task WaitsAsync(long id, string words, DateTimeOffset? until, CancellationToken cancellationToken) =>
        ChangeAsync(id, (_, action) => Task.FromResult((action.WaitsFor, action.WaitsUntil) = (words, until)), cancellationToken);

    /// <summary>Lets go of an action that is not over: whoever comes first goes on with it.</summary>
    public Task ReleaseAsync(long id, CancellationToken cancellationToken) =>
        ChangeAsync(id, (_, action) => Task.FromResult((action.Holder, action.LeaseUntil) = (null, null)), cancellationToken);

    /// <summary>It is known what became of every notification.</summary>
    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    public Task EndAsync(long id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (_, action) =>
        {
            (action.State, action.EndedAt, action.Holder, action.LeaseUntil) = (nameof(ActionState.Ended), time.GetUtcNow(), null, null);
            (action.WaitsFor, action.WaitsUntil, action.IsPaused) = (null, null, false);
            return Task.FromResult(true);
        },
        cancellationToken);

    private async Task<T> ChangeAsync<T>(long id, Func<DashboardDb, ActionRecord, Task<T>> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
        var action = await Held(database, id).SingleOrDefaultAsync(cancellationToken) ?? throw new LeaseLostException();
        var changed = await change(database, action);
        if (action.LeaseUntil is not null)
            action.LeaseUntil = time.GetUtcNow() + Lease;
        action.Revision++;
        await database.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        signals.Tell(action.Owner);
        return changed;
    }

    private IQueryable<ActionRecord> Held(DashboardDb database, long id) =>
        database.Actions.Where(row => row.Id == id && row.Holder == _holder && row.State == nameof(ActionState.Running));

    private static IQueryable<ActionRecord> Due(DashboardDb database, DateTimeOffset now, IReadOnlyCollection<long> running) => database.Actions.Where(row =>
        !running.Contains(row.Id) && (!row.IsPaused || row.IsStopped)
        && ((row.State == nameof(ActionState.Waiting) && row.DueAt <= now)
            || (row.State == nameof(ActionState.Running) && (row.LeaseUntil == null || row.LeaseUntil <= now))));
}
