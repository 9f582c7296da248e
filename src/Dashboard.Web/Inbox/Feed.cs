using System.Threading.Channels;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Proxy;

namespace Dashboard.Web.Inbox;

/// <summary>Keeps one connection's notifications in step with Make: newest page of every zone first, then the rest, then what changes.</summary>
internal sealed class Feed
{
    /// <summary>A deletion of a read row elsewhere moves no count: every so many refreshes all rows are compared.</summary>
    private const int RefreshesBetweenComparisons = 20;

    /// <summary>Time until a zone that got no answer is asked again; what is dead is not asked meanwhile (see the proxy).</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>Of a wait that Make asks for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private readonly MakeProxy _proxy;
    private readonly KnownTotals _totals;
    private readonly InboxOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ZoneFeed[] _zones;
    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _refused;
    private bool _compareAsked;
    private int _looked;
    private bool _unanswered;

    /// <summary>Make has asked not to be asked before; UTC, in ticks.</summary>
    private long _notBefore;

    public Feed(Connection connection, MakeProxy proxy, SubjectTable subjects, KnownTotals totals, InboxOptions options, TimeProvider time, ILogger log)
    {
        (Connection, _proxy, _totals, _options, _time, _log) = (connection, proxy, totals, options, time, log);
        _zones = [.. connection.Zones.Select(zone => new ZoneFeed(zone, subjects, totals.Of(connection, zone)))];
    }

    /// <summary>Rows or states changed. May be raised often; listeners collect.</summary>
    public event Action? Changed;

    public Connection Connection { get; private set; }

    public IEnumerable<ZonePart> Parts => _zones.Select(zone =>
    {
        var (rows, state) = zone.Now;
        return new ZonePart(Connection, zone.Zone, rows, state);
    });

    /// <summary>Looks for changes now instead of at the next interval.</summary>
    public void RefreshNow(bool compareAll)
    {
        if (compareAll)
            Volatile.Write(ref _compareAsked, true);
        _asked.Writer.TryWrite(true);
    }

    /// <summary>The connection is called something else, has to be connected again, or can be opened again.</summary>
    /// <returns>Whether anything of that is new.</returns>
    public bool Learn(Connection connection)
    {
        var before = Connection;
        if ((before.Name, before.Reconnect) == (connection.Name, connection.Reconnect))
            return false;
        Connection = connection;
        if (connection.Reconnect is not null)
        {
            foreach (var zone in _zones)
                Fail(zone, new MakeFailure.NotSignedIn());
        }
        else if (before.Reconnect is not null)
        {
            RefreshNow(compareAll: false);
        }

        return true;
    }

    /// <summary>Make has confirmed that these are deleted.</summary>
    public void Deleted(string zone, IReadOnlySet<NotificationId> ids) => Apply(zone, rows => rows.Without(ids));

    /// <summary>Make has confirmed that these are read.</summary>
    public void MarkedRead(string zone, IReadOnlySet<NotificationId> ids, DateTimeOffset time) => Apply(zone, rows => rows.WithRead(ids, time));

    /// <summary>Runs until cancelled. One zone that fails does not stop the others, and one round that fails not the next.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var asked = true;
        for (var round = 0; ; round++)
        {
            var compare = Interlocked.Exchange(ref _compareAsked, false) || round % RefreshesBetweenComparisons == 0;
            try
            {
                await RefreshAsync(asked, compare, cancellationToken);
            }
            catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
            {
                InboxLog.RefreshBroke(_log, unexpected);
            }

            asked = await WaitAsync(cancellationToken);
        }
    }

    private async Task RefreshAsync(bool asked, bool compare, CancellationToken cancellationToken)
    {
        _refused = false;
        _looked = 0;
        _unanswered = false;
        // What Make refuses to this connection is asked for again when a person wants it, or when everything is compared.
        var due = _zones.Where(zone => asked || compare || zone.State.Phase != ZonePhase.Unreadable).ToArray();
        var (counts, isStopped) = await UnreadAsync(due, cancellationToken);
        if (isStopped)
            return;
        await ForEachAsync(due, zone => NewestAsync(zone, counts, asked, cancellationToken), cancellationToken);
        await ForEachAsync(
            due.Where(zone => zone.State.Phase is not (ZonePhase.Behind or ZonePhase.Unreadable)),
            zone => OlderAsync(zone, compare, cancellationToken),
            cancellationToken);
    }

    private Task ForEachAsync(IEnumerable<ZoneFeed> zones, Func<ZoneFeed, Task> work, CancellationToken cancellationToken) => Task.WhenAll(zones.Select(async zone =>
    {
        try
        {
            await work(zone);
        }
        catch (MakeException failed)
        {
            InboxLog.ZoneNotRead(_log, zone.Zone.Domain, failed.Failure.GetType().Name);
            Fail(zone, failed.Failure);
        }
        catch (Exception unexpected) when (!cancellationToken.IsCancellationRequested)
        {
            InboxLog.ZoneBroke(_log, zone.Zone.Domain, unexpected);
            Fail(zone, new MakeFailure.Unavailable("something unexpected went wrong in this portal"));
        }
    }));

    /// <summary>
    /// Make's own counts in one cheap request; <see langword="null"/> where the scope for it is missing or the request failed. Stopped where
    /// what Make said goes for every zone.
    /// </summary>
    private async Task<(UnreadNotifications? Counts, bool IsStopped)> UnreadAsync(ZoneFeed[] due, CancellationToken cancellationToken)
    {
        if (!Connection.Has(MakeScope.UserRead))
            return (null, false);
        Interlocked.Increment(ref _looked);
        try
        {
            return (await Make().GetUnreadAsync(cancellationToken), false);
        }
        catch (MakeException failed)
        {
            InboxLog.CountsNotRead(_log, failed.Failure.GetType().Name);
            // A credential that is refused once is not tried in every zone; and where Make asks to wait, no zone waits in silence.
            var isStopped = failed.Failure is MakeFailure.NotSignedIn or MakeFailure.Throttled;
            foreach (var zone in isStopped ? due : [])
                Fail(zone, failed.Failure);
            return (null, isStopped);
        }
    }

    /// <summary>The newest page, unless the count says that nothing moved.</summary>
    private async Task NewestAsync(ZoneFeed zone, UnreadNotifications? counts, bool asked, CancellationToken cancellationToken)
    {
        var unread = zone.Zone.ImtZoneId is { } id
            ? counts?.UserZoneUnreadNotifications.FirstOrDefault(count => count.ZoneId == id)?.UnreadNotifications
            : counts?.UserUnreadNotifications;
        if (asked || zone.State.Phase != ZonePhase.InStep || unread is null || unread != zone.State.Unread)
        {
            Interlocked.Increment(ref _looked);
            await PageAsync(zone, 0, _options.FirstPageSize, cancellationToken);
        }
    }

    /// <summary>Older pages: those never fetched, all of them when it is time to compare, or as many as explain Make's unread count.</summary>
    private async Task OlderAsync(ZoneFeed zone, bool compare, CancellationToken cancellationToken)
    {
        int? exceeded = null;
        zone.StartWalk();
        while (exceeded is null && zone.NextOffset is { } offset && (compare || !zone.IsCompared))
        {
            // Every zone keeps its first page; one row more than there is room for tells whether any is left out.
            var room = Math.Max(_options.FirstPageSize, _options.MaxRows - _zones.Where(other => other != zone).Sum(other => other.Count));
            if (zone.Seen > room)
                exceeded = room;
            else
                await PageAsync(zone, offset, Math.Min(_options.PageSize, room + 1 - offset), cancellationToken);
        }

        if (zone.EndWalk(exceeded))
            _totals.Keep(Connection, zone.Zone, zone.Count);
        Update(zone, state => state with { Phase = ZonePhase.InStep, InStepAt = _time.GetUtcNow(), Problem = null, RetryAt = null });
    }

    private async Task PageAsync(ZoneFeed zone, int offset, int limit, CancellationToken cancellationToken)
    {
        zone.Ask();
        var page = await Make().ListNotificationsAsync(
            new ListNotifications { ImtZoneId = zone.Zone.ImtZoneId, Limit = limit, Offset = offset }, cancellationToken);
        zone.Take(page, offset, page.Pg?.Limit is { } applied and > 0 ? Math.Min(applied, limit) : limit);
        Changed?.Invoke();
    }

    /// <summary>Until the next interval or until a person asks; a credential that Make refused is not tried again unasked.</summary>
    /// <returns>Whether a person asked.</returns>
    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        using var due = new CancellationTokenSource(_refused ? Timeout.InfiniteTimeSpan : UntilNextLook(), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, due.Token);
        try
        {
            return await _asked.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Fail(ZoneFeed zone, MakeFailure failure)
    {
        _refused |= failure is MakeFailure.NotSignedIn;
        if (failure is MakeFailure.Unavailable or MakeFailure.Unreadable or MakeFailure.Insecure)
            Volatile.Write(ref _unanswered, true);
        if (failure is MakeFailure.Unavailable { RetryAfter: { } wait })
            Volatile.Write(ref _notBefore, (_time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait)).UtcTicks);
        var onlyByHand = failure is MakeFailure.NoOrganizationInZone or MakeFailure.LacksPermission or MakeFailure.NotSignedIn;
        Update(zone, state => state with
        {
            Phase = onlyByHand ? ZonePhase.Unreadable : ZonePhase.Behind,
            Problem = failure.Words,
            RetryAt = onlyByHand ? null : NextTry(),
        });
    }

    /// <summary>At the next refresh, or when Make allows requests again.</summary>
    private DateTimeOffset NextTry()
    {
        var refresh = _time.GetUtcNow() + UntilNextLook();
        return _proxy.Budget(Connection).PausedUntil is { } allowed && allowed > refresh ? allowed : refresh;
    }

    /// <summary>The more connections share the budget, the longer. Older pages, which are fetched once, are not counted.</summary>
    private TimeSpan UntilNextLook()
    {
        var usual = _proxy.UntilNextLook(
            Connection, Volatile.Read(ref _looked), Volatile.Read(ref _unanswered) && _options.RefreshInterval > AfterFailure ? AfterFailure : _options.RefreshInterval);
        var told = new DateTimeOffset(Volatile.Read(ref _notBefore), TimeSpan.Zero) - _time.GetUtcNow();
        return told > usual ? told : usual;
    }

    private void Apply(string domain, Func<ZoneRows, ZoneRows> change)
    {
        foreach (var zone in _zones.Where(zone => string.Equals(zone.Zone.Domain, domain, StringComparison.OrdinalIgnoreCase)))
            zone.Change(change);
        Changed?.Invoke();
    }

    private void Update(ZoneFeed zone, Func<ZoneState, ZoneState> change)
    {
        zone.Update(change);
        Changed?.Invoke();
    }

    private ConnectionProxy Make() => _proxy.For(Connection, Urgency.Poll, Purpose.Feed);
}
