using System.Collections.Concurrent;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Actions;

/// <summary>The outboxes of everybody whose inbox is in memory.</summary>
public sealed class PersonalOutboxes : IInboxMarks
{
    private readonly ConcurrentDictionary<PersonalInbox, PersonalOutbox> _all = [];
    private readonly OutboxStore _store;
    private readonly IDbContextFactory<DashboardDb> _databases;
    private readonly OutboxSignals _signals;
    private readonly TimeProvider _time;
    private readonly ILogger<PersonalOutboxes> _log;

    internal PersonalOutboxes(OutboxStore store, IDbContextFactory<DashboardDb> databases, OutboxSignals signals, TimeProvider time, ILogger<PersonalOutboxes> log) =>
        (_store, _databases, _signals, _time, _log) = (store, databases, signals, time, log);

    /// <summary>The outbox beside an inbox that somebody watches.</summary>
    public PersonalOutbox Of(PersonalInbox inbox) => _all[inbox];

    /// <inheritdoc />
    public async Task<IAsyncDisposable> AttachAsync(PersonalInbox inbox, CancellationToken cancellationToken)
    {
        var outbox = new PersonalOutbox(inbox, _store, _databases, _signals, _time, _log, () => _all.TryRemove(inbox, out _));
        await outbox.StartAsync(cancellationToken);
        _all[inbox] = outbox;
        return outbox;
    }

    /// <summary>Has a person's pages know what was just written before whoever wrote it goes on.</summary>
    internal async Task ReadAgainAsync(string owner, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_all.Values.Where(outbox => outbox.Owner == owner).Select(outbox => outbox.ReadAsync(cancellationToken)));
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            // What was written is written: the pages hear of it with their next look.
            ActionsLog.MirrorNotRead(_log, trouble);
        }
    }
}
