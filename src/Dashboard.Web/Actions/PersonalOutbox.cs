using System.Collections.Immutable;
using Dashboard.Client;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Actions;

/// <summary>
/// One person's actions as this process knows them, kept in step with the database whoever changes it, and what they mean for the person's
/// inbox: which rows are leaving, which are done, which stayed and why.
/// </summary>
public sealed class PersonalOutbox : IAsyncDisposable
{
    /// <summary>So long an action that has ended is still shown beside the list, and its rows are kept out of lists that may be older than it.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <summary>How often it is asked whether another process has changed something.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly PersonalInbox _inbox;
    private readonly OutboxStore _store;
    private readonly IDbContextFactory<DashboardDb> _databases;
    private readonly OutboxSignals _signals;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Action _gone;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly SemaphoreSlim _told = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<long, ActionBatch> _batches = [];
    private ILookup<(Guid Connection, string Zone), NotificationId> _done = Array.Empty<NotificationId>().ToLookup(_ => (Guid.Empty, ""));
    private HashSet<(Guid Connection, string Zone)> _marked = [];
    private (int Count, long Revisions) _stamp = (-1, 0);
    private long _doneStamp = -1;
    private Task _keeping = Task.CompletedTask;
    private volatile State _state = new([], ImmutableDictionary<NotificationKey, string>.Empty);

    internal PersonalOutbox(
        PersonalInbox inbox, OutboxStore store, IDbContextFactory<DashboardDb> databases, OutboxSignals signals, TimeProvider time, ILogger log, Action gone) =>
        (_inbox, _store, _databases, _signals, _time, _log, _gone) = (inbox, store, databases, signals, time, log, gone);

    /// <summary>An action was accepted, moved on or ended. Raised from any thread.</summary>
    public event Action? Changed;

    /// <summary>User key of the person.</summary>
    public string Owner => _inbox.Owner;

    /// <summary>Live actions, those that ended in the last minutes and those that kept something the person has not dismissed; oldest first.</summary>
    public IReadOnlyList<NotificationAction> Actions => _state.Actions;

    /// <summary>Rows that were to be deleted and stayed, with the reason in words, until the person dismisses it or tries again.</summary>
    public IReadOnlyDictionary<NotificationKey, string> Kept => _state.Kept;

    /// <summary>The latest action that can be taken back; <see langword="null"/> where there is none.</summary>
    public NotificationAction? LastUndoable => Actions.LastOrDefault(action => action.CanUndo);

    public async ValueTask DisposeAsync()
    {
        _gone();
        _signals.Changed -= OnChanged;
        await _stop.CancelAsync();
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        _signals.Changed += OnChanged;
        try
        {
            await ReadAsync(cancellationToken);
        }
        catch
        {
            _signals.Changed -= OnChanged;
            throw;
        }

        _keeping = Task.Run(KeepAsync, CancellationToken.None);
    }

    /// <summary>Brings this in step with the database.</summary>
    internal async Task ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var stamp = await _store.StampAsync(Owner, cancellationToken);
            if (stamp == _stamp && !HasAged())
                return;
            var actions = await _store.CurrentAsync(Owner, Lately, cancellationToken);
            await ReadBatchesAsync(actions.Where(action => !action.IsOwnState && action.State != ActionState.Undone).ToDictionary(action => action.Id, action => action.Kind), cancellationToken);
            await ReadDoneAsync(actions, cancellationToken);
            Mark(actions);
            _stamp = stamp;
            _state = new State(actions, KeptBy(actions));
        }
        finally
        {
            _reading.Release();
        }

        Changed?.Invoke();
    }

    private bool HasAged() => _state.Actions.Any(action => action.EndedAt < _time.GetUtcNow() - Lately && !(action.Kept > 0 && !action.IsDismissed));

    private async Task ReadBatchesAsync(Dictionary<long, ActionKind> actions, CancellationToken cancellationToken)
    {
        var isFirst = _stamp.Count < 0;
        var revisions = await _store.BatchRevisionsAsync(actions.Keys, cancellationToken);
        foreach (var forgotten in _batches.Keys.Except(revisions.Select(batch => batch.Id)).ToArray())
            _batches.Remove(forgotten);
        long[] changed = [.. revisions.Where(batch => !_batches.TryGetValue(batch.Id, out var known) || known.Revision != batch.Revision).Select(batch => batch.Id)];
        foreach (var batch in changed.Length == 0 ? [] : await _store.BatchesAsync(changed, cancellationToken))
        {
            var news = _batches.TryGetValue(batch.Id, out var before) ? batch.Changed.Except(before.Changed) : batch.Changed;
            _batches[batch.Id] = batch;
            // What an inbox shows first comes from Make later than what is known here at the start.
            if (!isFirst && news.Count > 0)
                Tell(actions[batch.ActionId], batch, news);
        }
    }

    private void Tell(ActionKind kind, ActionBatch batch, ImmutableHashSet<NotificationId> ids)
    {
        if (kind == ActionKind.Delete)
            _inbox.Deleted(batch.ConnectionId, batch.Zone, ids);
        else
            _inbox.MarkedRead(batch.ConnectionId, batch.Zone, ids, batch.SettledAt ?? _time.GetUtcNow());
    }

    private async Task ReadDoneAsync(IReadOnlyList<NotificationAction> actions, CancellationToken cancellationToken)
    {
        var stamp = actions.Where(action => action.IsOwnState).Sum(action => action.Id + action.Revision);
        if (stamp == _doneStamp)
            return;
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        _done = await DoneMarks.ReadAsync(database, Owner, cancellationToken);
        _doneStamp = stamp;
    }

    /// <summary>Lays over the inbox what is on its way and what is done.</summary>
    private void Mark(IReadOnlyList<NotificationAction> actions)
    {
        var since = _time.GetUtcNow() - Lately;
        var going = actions.Where(action => action.Kind == ActionKind.Delete && action.State != ActionState.Undone && (action.IsLive || action.EndedAt >= since))
            .Select(action => action.Id).ToHashSet();
        var leaving = _batches.Values.Where(batch => going.Contains(batch.ActionId))
            .SelectMany(batch => batch.Ids.Where(id => !batch.Kept.ContainsKey(id)), (batch, id) => (Place: (Connection: batch.ConnectionId, Zone: batch.Zone.ToLowerInvariant()), Id: id))
            .ToLookup(row => row.Place, row => row.Id);
        var places = leaving.Select(zone => zone.Key).Concat(_done.Select(zone => zone.Key)).ToHashSet();
        foreach (var place in places.Union(_marked))
            _inbox.Mark(place.Connection, place.Zone, new ZoneMarks(RowMarks.Of(leaving[place]), RowMarks.Of(_done[place])));
        _marked = places;
    }

    private ImmutableDictionary<NotificationKey, string> KeptBy(IReadOnlyList<NotificationAction> actions)
    {
        var pointedOut = actions.Where(action => action.Kind == ActionKind.Delete && action is { Kept: > 0, IsDismissed: false }).Select(action => action.Id).ToHashSet();
        var kept = ImmutableDictionary.CreateBuilder<NotificationKey, string>();
        foreach (var batch in _batches.Values.Where(batch => pointedOut.Contains(batch.ActionId)).OrderBy(batch => batch.Id))
        {
            foreach (var (id, reason) in batch.Kept)
                kept[new NotificationKey(batch.ConnectionId, batch.Zone, id)] = reason;
        }

        return kept.ToImmutable();
    }

    private async Task KeepAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await PauseAsync();
            try
            {
                await ReadAsync(_stop.Token);
            }
            catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
            {
                ActionsLog.MirrorNotRead(_log, trouble);
            }
        }
    }

    private async Task PauseAsync()
    {
        using var enough = new CancellationTokenSource(Poll, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, _stop.Token);
        try
        {
            await _told.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // Time to ask whether another process has changed something.
        }
    }

    private void OnChanged(string owner)
    {
        if (owner != Owner)
            return;
        lock (_told)
        {
            if (_told.CurrentCount == 0)
                _told.Release();
        }
    }

    private sealed record State(IReadOnlyList<NotificationAction> Actions, ImmutableDictionary<NotificationKey, string> Kept);
}
