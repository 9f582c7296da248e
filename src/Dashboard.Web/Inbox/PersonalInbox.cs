using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Proxy;

namespace Dashboard.Web.Inbox;

/// <summary>One person's notifications, fed by all their connections and shared by all their pages.</summary>
public sealed class PersonalInbox : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly SubjectTable _subjects;
    private readonly List<RunningFeed> _feeds = [];
    private readonly InboxMarks _marks = new();
    private readonly MakeProxy _proxy;
    private readonly KnownTotals _totals;
    private readonly InboxOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _following = new(1, 1);
    private InboxSnapshot? _snapshot;
    private bool _isStale;
    private bool _ended;

    internal PersonalInbox(string owner, MakeProxy proxy, KnownTotals totals, InboxOptions options, TimeProvider time, ILogger log) =>
        (Owner, _proxy, _totals, _options, _time, _log, _subjects) = (owner, proxy, totals, options, time, log, new SubjectTable(time, options.PatternTime));

    /// <summary>Rows, marks, states or connections changed. May be raised often and from any thread; listeners collect.</summary>
    public event Action? Changed;

    /// <summary>User key of the person.</summary>
    public string Owner { get; }

    /// <summary>What the person's pages have shown.</summary>
    public SeenNotifications Seen { get; } = new();

    public IReadOnlyList<Connection> Connections
    {
        get
        {
            lock (_gate)
                return [.. _feeds.Select(running => running.Feed.Connection)];
        }
    }

    /// <summary>Everything that is known now.</summary>
    public InboxSnapshot Snapshot
    {
        get
        {
            lock (_gate)
            {
                // What was worked out over the rows before still holds where only a state has changed.
                if (_snapshot is null || _isStale)
                    (_snapshot, _isStale) = (new InboxSnapshot([.. _feeds.SelectMany(running => running.Feed.Parts).Select(Marked)], _subjects, before: _snapshot), false);
                return _snapshot;
            }
        }
    }

    /// <summary>Whether a look at Make would have to wait, since the request limit of this minute is used up or Make asked to wait.</summary>
    public bool IsOutOfBudget => Connections.Select(_proxy.Budget).Any(budget => budget.Left == 0 || budget.PausedUntil is not null);

    /// <summary>Looks for changes now, in every zone.</summary>
    /// <param name="compareAll">Compare every row, not only the newest ones: after an answer of Make's that was lost.</param>
    public void RefreshNow(bool compareAll = false)
    {
        foreach (var feed in Feeds())
            feed.RefreshNow(compareAll);
    }

    /// <summary>Make has confirmed that these notifications of one zone are deleted.</summary>
    public void Deleted(Guid connection, string zone, IReadOnlySet<NotificationId> ids)
    {
        foreach (var feed in Feeds().Where(feed => feed.Connection.Id == connection))
            feed.Deleted(zone, ids);
        Seen.Forget(connection, zone, ids);
    }

    /// <summary>Make has confirmed that these notifications of one zone are read.</summary>
    public void MarkedRead(Guid connection, string zone, IReadOnlySet<NotificationId> ids, DateTimeOffset time)
    {
        foreach (var feed in Feeds().Where(feed => feed.Connection.Id == connection))
            feed.MarkedRead(zone, ids, time);
    }

    /// <summary>
    /// Lays marks over the rows of one zone, instead of those before. They are kept for a feed of it that starts later, too; nothing of what
    /// Make said is touched.
    /// </summary>
    /// <param name="connection">The connection's id; the person need not have it now.</param>
    /// <param name="zone">Domain of the zone, in upper or lower case.</param>
    /// <param name="marks">All marks of the zone.</param>
    public void Mark(Guid connection, string zone, ZoneMarks marks)
    {
        lock (_gate)
        {
            if (!_marks.Set(connection, zone, marks))
                return;
            _isStale = true;
        }

        Changed?.Invoke();
    }

    /// <summary>Stops every feed, for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await _following.WaitAsync();
        try
        {
            _ended = true;
            await FollowAsync([]);
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>Has a feed for each connection that the person has now. Several at once take turns, so that the latest list counts.</summary>
    internal async Task FollowAsync(ConnectionRegister register, CancellationToken cancellationToken)
    {
        await _following.WaitAsync(cancellationToken);
        try
        {
            if (!_ended)
                await FollowAsync(await register.ListAsync(Owner, cancellationToken));
        }
        finally
        {
            _following.Release();
        }
    }

    private async Task FollowAsync(IReadOnlyList<Connection> connections)
    {
        List<RunningFeed> stopped;
        RunningFeed[] kept;
        bool changed;
        lock (_gate)
        {
            stopped = _feeds.FindAll(running => !connections.Any(connection => IsOf(running.Feed, connection)));
            _feeds.RemoveAll(stopped.Contains);
            kept = [.. _feeds];
            foreach (var connection in connections.Where(connection => !_feeds.Exists(running => IsOf(running.Feed, connection))))
                _feeds.Add(Start(connection));
            changed = stopped.Count > 0 || _feeds.Count > kept.Length || _snapshot is null;
        }

        foreach (var running in kept)
        {
            var connection = connections.First(connection => IsOf(running.Feed, connection));
            var renamed = running.Feed.Connection.Name != connection.Name;
            changed |= running.Feed.Learn(connection);
            if (renamed)
                ForgetWhatWasWorkedOut();
        }

        await Task.WhenAll(stopped.Select(running => running.DisposeAsync().AsTask()));
        foreach (var running in stopped.Where(running => !_ended && connections.All(connection => connection.Id != running.Feed.Connection.Id)))
            _totals.Forget(running.Feed.Connection);
        if (changed)
            OnFeedChanged();
    }

    /// <summary>Connected anew, a connection may have another token and other scopes: its feed starts anew, too.</summary>
    private static bool IsOf(Feed feed, Connection connection) => feed.Connection.Id == connection.Id && feed.Connection.ConnectedAt == connection.ConnectedAt;

    private RunningFeed Start(Connection connection)
    {
        var feed = new Feed(connection, _proxy, _subjects, _totals, _options, _time, _log);
        feed.Changed += OnFeedChanged;
        return new RunningFeed(feed);
    }

    private ZonePart Marked(ZonePart part) =>
        part.With(_marks.Of(part.Connection, part.Zone), before: _snapshot?.Parts.FirstOrDefault(before => before.IsLike(part)));

    /// <summary>A query may name a connection: what was found for its name before holds no more.</summary>
    private void ForgetWhatWasWorkedOut()
    {
        lock (_gate)
            _snapshot = null;
    }

    private void OnFeedChanged()
    {
        lock (_gate)
            _isStale = true;
        Changed?.Invoke();
    }

    private Feed[] Feeds()
    {
        lock (_gate)
            return [.. _feeds.Select(running => running.Feed)];
    }

    private sealed class RunningFeed : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _run;

        public RunningFeed(Feed feed)
        {
            Feed = feed;
            _run = Task.Run(() => feed.RunAsync(_stop.Token));
        }

        public Feed Feed { get; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }
    }
}
