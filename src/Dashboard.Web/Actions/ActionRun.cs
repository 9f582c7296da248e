using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

/// <summary>Carries one action out, from wherever it stands: each request is noted before it leaves, each answer before the next one.</summary>
internal sealed class ActionRun(
    ActionLease lease, OutboxStore outbox, RunStore store, ConnectionRegister connections, MakeProxy proxy, NotificationLookup lookup,
    IOptionsMonitor<MakeApiOptions> make, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);

    /// <summary>On a busy server a request sets out a moment after its leaving was noted, and ends so much later.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    /// <summary>An environment that does not answer is not asked meanwhile (see the proxy): waiting longer would only make people wait for what works again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>How often is looked whether a connection was connected again: it may have been by another process.</summary>
    private static readonly TimeSpan ConnectionPoll = TimeSpan.FromSeconds(2);

    private readonly IBatchRequest _request = lease.Action.Kind == ActionKind.Delete ? new DeleteRequest() : new MarkAllReadRequest();
    private readonly Dictionary<(Guid Connection, string? Zone), string> _refused = [];
    private Urgency _urgency = Urgency.Person;
    private TimeSpan _wait = FirstWait;
    private Guid? _waitedFor;

    /// <summary>The latest that anything unanswered can have left: what another process had noted before it died, it may have sent any time until now.</summary>
    private DateTimeOffset _left = time.GetUtcNow();

    private NotificationAction Action => lease.Action;

    /// <summary>Goes on until every notification is settled, or the person pauses it.</summary>
    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    /// <exception cref="OperationCanceledException">The process ends.</exception>
    public async Task RunAsync()
    {
        foreach (var waiting in await outbox.BatchesOfAsync(Action.Id, lease.Over))
        {
            for (var batch = waiting; batch.State != BatchState.Settled;)
            {
                await lease.AskAsync(lease.Over);
                // Also where it was paused for a moment only: who takes it up again hears of the next pause, too.
                if (batch.State == BatchState.Pending && lease.Interrupted.IsCancellationRequested && !Action.IsStopped)
                {
                    await store.ReleaseAsync(Action.Id, lease.Over);
                    return;
                }

                batch = await StepAsync(batch);
            }
        }

        await store.EndAsync(Action.Id, lease.Over);
    }

    private async Task<ActionBatch> StepAsync(ActionBatch batch)
    {
        var connection = (await connections.ListAsync(Action.Owner, lease.Over)).FirstOrDefault(own => own.Id == batch.ConnectionId);
        var zone = connection?.Zones.FirstOrDefault(own => string.Equals(own.Domain, batch.Zone, StringComparison.OrdinalIgnoreCase));
        if (connection is null || zone is null)
        {
            return await SaveAsync(batch, batch.Settled(batch.State == BatchState.Pending
                ? "Not sent: its connection is no longer yours."
                : "Make's answer was lost, and its connection is no longer yours: it may or may not be done."));
        }

        if (connection.Reconnect is not null && !Action.IsStopped)
            return await WaitForConnectionAsync(batch, connection);
        if (batch.State != BatchState.Pending)
            return await LookAsync(batch, connection, zone);
        if (WhyNot(batch, connection) is { } reason)
            return await SaveAsync(batch, batch.Settled(reason));
        return await SendAsync(batch, connection, zone);
    }

    private string? WhyNot(ActionBatch batch, Connection connection)
    {
        if (Action.IsStopped)
            return "Not sent: you stopped before its turn.";
        if (!connection.Has(MakeScope.NotificationsWrite))
            return $"The token of the connection {connection.Name} lacks the scope {MakeScope.NotificationsWrite.Name}. Connect with a token that has it.";
        return _refused.GetValueOrDefault((batch.ConnectionId, null)) ?? _refused.GetValueOrDefault((batch.ConnectionId, batch.Zone));
    }

    private async Task<ActionBatch> SendAsync(ActionBatch batch, Connection connection, Zone zone)
    {
        var noted = batch;
        _waitedFor = null;
        try
        {
            IReadOnlyList<NotificationId> answered;
            using (var sending = new RunStep("send"))
            {
                answered = await _request.SendAsync(proxy.For(connection, _urgency, Purpose.Action), batch, zone, async () =>
                {
                    noted = await store.SaveAsync(batch, batch with { State = BatchState.Sent, SentAt = time.GetUtcNow(), Attempts = batch.Attempts + 1 }, lease.Over);
                    _left = time.GetUtcNow();
                    sending.Begin();
                }, lease.Interrupted);
            }

            (_urgency, _wait) = (Urgency.Poll, FirstWait);
            using var recording = new RunStep("record").Begin();
            return await SaveAsync(noted, _request.Answered(noted, answered));
        }
        catch (MakeException failed)
        {
            _urgency = Urgency.Poll;
            return await AfterAsync(failed, noted);
        }
        catch (OperationCanceledException) when (!lease.Over.IsCancellationRequested)
        {
            // Paused or stopped before its turn came.
            return noted;
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            ActionsLog.NotWritten(log, Action.Id, trouble);
            await DelayAsync(FirstWait);
            return noted;
        }
    }

    /// <summary>What a request that gave no result means for its batch.</summary>
    private async Task<ActionBatch> AfterAsync(MakeException failed, ActionBatch batch)
    {
        ActionsLog.NotAnswered(log, Action.Id, failed.Failure.GetType().Name, failed.MayHaveBeenExecuted);
        // Stays noted as sent: a look comes next.
        if (failed.MayHaveBeenExecuted)
            return batch;
        switch (failed.Failure)
        {
            case MakeFailure.Throttled or MakeFailure.Unavailable or MakeFailure.NotSignedIn:
                var again = await SaveAsync(batch, batch with { State = BatchState.Pending, SentAt = null });
                await WaitAsync(failed.Failure, lease.Interrupted);
                return again;
            case MakeFailure.NotFound when Action.Kind == ActionKind.Delete:
                // One of them is gone, and the others may have been spared for it: a look tells, and there is nothing to wait out.
                return await SaveAsync(batch, batch with { SentAt = null });
            case MakeFailure.LacksPermission:
                _refused[(batch.ConnectionId, null)] = $"Not sent: {failed.Failure.Words}";
                break;
            default:
                _refused[(batch.ConnectionId, batch.Zone)] = $"Not sent: {failed.Failure.Words}";
                break;
        }

        return await SaveAsync(batch, batch.Settled(failed.Failure.Words));
    }

    private async Task<ActionBatch> LookAsync(ActionBatch batch, Connection connection, Zone zone)
    {
        var until = batch is { State: BatchState.Sent, SentAt: not null } ? _left + make.Get(connection.Environment).ChangeTimeout + Slack : time.GetUtcNow();
        if (until > time.GetUtcNow())
        {
            await store.WaitsAsync(Action.Id, "Make's answer was lost. What was sent may still be under way: it is looked for once that can no longer be.", until, lease.Over);
            await DelayAsync(until - time.GetUtcNow());
        }

        try
        {
            using var looking = new RunStep("look").Begin();
            var looked = await _request.LookAsync(lookup, proxy.For(connection, Urgency.Poll, Purpose.Action), batch, zone, lease.Over);
            _wait = FirstWait;
            return await SaveAsync(batch, looked);
        }
        catch (MakeException refused) when (refused.Failure is MakeFailure.LacksPermission or MakeFailure.NoOrganizationInZone
            || (refused.Failure is MakeFailure.NotSignedIn && Action.IsStopped))
        {
            return await SaveAsync(batch, batch.Settled($"Make did not confirm it, and can't be asked what became of it: it may or may not be done. {refused.Failure.Message}"));
        }
        catch (MakeException failed)
        {
            ActionsLog.NotLooked(log, Action.Id, failed.Failure.GetType().Name);
            await WaitAsync(failed.Failure, lease.Over);
            return batch;
        }
    }

    /// <summary>Says what is waited for, and waits; longer each time that nothing came of it.</summary>
    private async Task WaitAsync(MakeFailure failure, CancellationToken cancellationToken)
    {
        var wait = failure switch
        {
            MakeFailure.Throttled throttled => throttled.RetryAfter ?? TimeSpan.FromMinutes(1),
            MakeFailure.Unavailable { RetryAfter: { } told } when told > TimeSpan.Zero => told,
            _ => _wait,
        };
        if (failure is not MakeFailure.Throttled)
            _wait = TimeSpan.FromTicks(Math.Min(_wait.Ticks * 2, LongestWait.Ticks));
        await store.WaitsAsync(Action.Id, failure.Message, time.GetUtcNow() + wait, lease.Over);
        try
        {
            await Task.Delay(wait, time, cancellationToken);
        }
        catch (OperationCanceledException) when (!lease.Over.IsCancellationRequested)
        {
            // Paused or stopped meanwhile.
        }
    }

    /// <summary>Nothing is lost while a connection has to be connected again: it waits, and goes on where it was.</summary>
    private async Task<ActionBatch> WaitForConnectionAsync(ActionBatch batch, Connection connection)
    {
        if (_waitedFor != connection.Id)
            await store.WaitsAsync(Action.Id, $"Waits until you connect {connection.Name} to Make again.", until: null, lease.Over);
        _waitedFor = connection.Id;
        try
        {
            await Task.Delay(ConnectionPoll, time, batch.State == BatchState.Pending ? lease.Interrupted : lease.Over);
        }
        catch (OperationCanceledException) when (!lease.Over.IsCancellationRequested)
        {
            // Paused or stopped meanwhile.
        }

        return batch;
    }

    /// <summary>Writes a receipt. A database that can't be written must not lose it: it is tried until it is written or the process ends, and then a look tells.</summary>
    private async Task<ActionBatch> SaveAsync(ActionBatch before, ActionBatch after)
    {
        while (true)
        {
            try
            {
                return await store.SaveAsync(before, after, lease.Over);
            }
            catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
            {
                ActionsLog.NotWritten(log, Action.Id, trouble);
                await DelayAsync(FirstWait);
            }
        }
    }

    /// <summary>On a busy server the time may have come while it was still being written down.</summary>
    private Task DelayAsync(TimeSpan wait) => Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, lease.Over);
}
