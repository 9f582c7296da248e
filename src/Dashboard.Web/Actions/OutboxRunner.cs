using System.Collections.Concurrent;
using System.Threading.Channels;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

/// <summary>Takes actions out of the database as they fall due and carries them out, whether or not a page is open.</summary>
internal sealed class OutboxRunner(
    OutboxStore outbox, RunStore store, OutboxSignals signals, ConnectionRegister connections, MakeProxy proxy, NotificationLookup lookup,
    IOptionsMonitor<MakeApiOptions> make, TimeProvider time, ILogger<OutboxRunner> log) : BackgroundService
{
    /// <summary>Other processes write to the same database, and their leases run out.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, Task> _running = [];
    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signals.Changed += OnChanged;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await WaitAsync(await StartDueAsync(stoppingToken), stoppingToken);
        }
        finally
        {
            signals.Changed -= OnChanged;
            // What is on its way to Make is answered and noted, as far as there is time.
            await Task.WhenAll(_running.Values);
        }
    }

    /// <returns>How long to wait before the next look.</returns>
    private async Task<TimeSpan> StartDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var action in await store.ClaimAsync([.. _running.Keys], stoppingToken))
                _running[action.Id] = Task.Run(() => RunAsync(action, stoppingToken), CancellationToken.None);
            var wait = await store.NextDueAsync(stoppingToken) - time.GetUtcNow();
            return wait > TimeSpan.Zero && wait < Poll ? wait.Value : Poll;
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            ActionsLog.NotRead(log, trouble);
            return Poll;
        }
    }

    private async Task RunAsync(NotificationAction action, CancellationToken stoppingToken)
    {
        try
        {
            using var step = new RunStep("carry out", action.Trace).Begin();
            await using var lease = new ActionLease(action, store, signals, time, stoppingToken);
            await new ActionRun(lease, outbox, store, connections, proxy, lookup, make, time, log).RunAsync();
        }
        catch (LeaseLostException)
        {
            ActionsLog.TakenOver(log, action.Id);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await ReleaseAsync(action);
        }
        catch (Exception unexpected)
        {
            // Its lease runs out, and it is taken up again from where it is known to stand.
            ActionsLog.BrokeOff(log, action.Id, unexpected);
        }
        finally
        {
            _running.TryRemove(action.Id, out _);
            _told.Writer.TryWrite(true);
        }
    }

    private async Task ReleaseAsync(NotificationAction action)
    {
        try
        {
            await store.ReleaseAsync(action.Id, CancellationToken.None);
        }
        catch (Exception trouble) when (trouble is LeaseLostException || DatabaseTrouble.IsIn(trouble))
        {
            ActionsLog.NotWritten(log, action.Id, trouble);
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken)
    {
        using var enough = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(enough.Token, stoppingToken);
        try
        {
            await _told.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look again, or to end.
        }
    }

    private void OnChanged(string owner) => _told.Writer.TryWrite(true);
}
