using Dashboard.Web.Data;

namespace Dashboard.Web.Actions;

/// <summary>
/// Keeps an action this process's own while it works on it, and hears meanwhile that the person pauses or stops it or that another process
/// has taken over.
/// </summary>
internal sealed class ActionLease : IAsyncDisposable
{
    private readonly NotificationAction _action;
    private readonly RunStore _store;
    private readonly OutboxSignals _signals;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _interrupted;
    private readonly CancellationTokenSource _done = new();
    private readonly SemaphoreSlim _told = new(0, 1);
    private readonly Task _keeping;

    public ActionLease(NotificationAction action, RunStore store, OutboxSignals signals, TimeProvider time, CancellationToken stopping)
    {
        (_action, _store, _signals, _time, Action) = (action, store, signals, time, action);
        _over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _interrupted = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
        signals.Changed += OnChanged;
        _keeping = KeepAsync();
    }

    /// <summary>The action as it was last heard of.</summary>
    public NotificationAction Action { get; private set; }

    /// <summary>The process ends, or the action is another's now: nothing more is to be done.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Nothing more is to be sent: over, paused or stopped.</summary>
    public CancellationToken Interrupted => _interrupted.Token;

    /// <summary>Asks the database, so that the next step goes by what is wanted now.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        if (await _store.RenewAsync(_action.Id, cancellationToken) is not { } action)
        {
            await _over.CancelAsync();
            throw new LeaseLostException();
        }

        Action = action;
        if (action.IsPaused || action.IsStopped)
            await _interrupted.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _signals.Changed -= OnChanged;
        await _done.CancelAsync();
        await _keeping;
        _done.Dispose();
        _interrupted.Dispose();
        _over.Dispose();
        _told.Dispose();
    }

    private async Task KeepAsync()
    {
        while (!_done.IsCancellationRequested)
        {
            try
            {
                await PauseAsync();
                await AskAsync(_done.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (LeaseLostException)
            {
                return;
            }
            catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
            {
                // Whoever writes next meets it too, and says so; until the lease has run out it can still be kept.
            }
        }
    }

    private async Task PauseAsync()
    {
        using var enough = new CancellationTokenSource(_store.Lease / 3, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, _done.Token);
        try
        {
            await _told.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!_done.IsCancellationRequested)
        {
            // Time to say again that this process is at work.
        }
    }

    private void OnChanged(string owner)
    {
        if (owner != _action.Owner)
            return;
        lock (_told)
        {
            if (_told.CurrentCount == 0)
                _told.Release();
        }
    }
}
