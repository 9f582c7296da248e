using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Inbox;

/// <summary>Everybody's inboxes: started by the first page that watches, stopped some minutes after the last has gone.</summary>
public sealed class Inboxes : IAsyncDisposable
{
    /// <summary>Long enough that a reload or a closed laptop finds the inbox filled.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WatchedInbox> _inboxes = [];
    private readonly ConnectionRegister _register;
    private readonly MakeProxy _proxy;
    private readonly KnownTotals _totals = new();
    private readonly InboxOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<PersonalInbox> _log;
    private readonly IInboxMarks? _marks;
    private bool _disposed;

    public Inboxes(ConnectionRegister register, MakeProxy proxy, IOptions<InboxOptions> options, TimeProvider time, ILogger<PersonalInbox> log, IInboxMarks? marks = null)
    {
        (_register, _proxy, _options, _time, _log, _marks) = (register, proxy, options.Value, time, log, marks);
        _register.Changed += OnConnectionsChanged;
    }

    /// <summary>The inboxes that are kept in step now.</summary>
    public IReadOnlyList<PersonalInbox> Watched
    {
        get
        {
            lock (_gate)
                return [.. _inboxes.Values.Select(watched => watched.Inbox)];
        }
    }

    /// <summary>A person's inbox with its marks, kept alive until the watch is disposed of.</summary>
    public async Task<InboxWatch> WatchAsync(string owner, CancellationToken cancellationToken)
    {
        WatchedInbox watched;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_inboxes.TryGetValue(owner, out watched!))
                _inboxes.Add(owner, watched = Begin(owner));
            watched.Watchers++;
            watched.Stop?.Dispose();
            watched.Stop = null;
        }

        var watch = new InboxWatch(watched.Inbox, () => Leave(watched));
        try
        {
            if (watched.Marks is { } marks)
                await marks.ReadyAsync(cancellationToken);
            await watched.Inbox.FollowAsync(_register, cancellationToken);
            return watch;
        }
        catch
        {
            watch.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _register.Changed -= OnConnectionsChanged;
        WatchedInbox[] all;
        lock (_gate)
        {
            _disposed = true;
            all = [.. _inboxes.Values];
            _inboxes.Clear();
        }

        foreach (var watched in all)
            await watched.DisposeAsync();
    }

    private WatchedInbox Begin(string owner)
    {
        var inbox = new PersonalInbox(owner, _proxy, _totals, _options, _time, _log);
        // Another process on the same database may connect, rename or disconnect, and find that something has to be connected again.
        var watched = new WatchedInbox(inbox, _marks is null ? null : new MarksAttachment(_marks, inbox, _log));
        watched.Look = _time.CreateTimer(_ => _ = LookAsync(watched), null, _options.RefreshInterval, Timeout.InfiniteTimeSpan);
        return watched;
    }

    /// <summary>The next look comes after this one, however long it takes.</summary>
    private async Task LookAsync(WatchedInbox watched)
    {
        await FollowAsync(watched.Inbox);
        watched.Look!.Change(_options.RefreshInterval, Timeout.InfiniteTimeSpan);
    }

    private void Leave(WatchedInbox watched)
    {
        lock (_gate)
        {
            if (--watched.Watchers == 0 && !_disposed)
                watched.Stop = _time.CreateTimer(_ => Stop(watched), null, Linger, Timeout.InfiniteTimeSpan);
        }
    }

    private void Stop(WatchedInbox watched)
    {
        lock (_gate)
        {
            // Somebody came back while this was under way.
            if (watched.Stop is null)
                return;
            _inboxes.Remove(watched.Inbox.Owner);
        }

        _ = watched.DisposeAsync().AsTask();
    }

    private void OnConnectionsChanged(string owner)
    {
        lock (_gate)
        {
            if (_inboxes.TryGetValue(owner, out var watched))
                _ = FollowAsync(watched.Inbox);
        }
    }

    private async Task FollowAsync(PersonalInbox inbox)
    {
        // Not on the thread, nor under the lock, of whoever made the change.
        await Task.Yield();
        try
        {
            await inbox.FollowAsync(_register, CancellationToken.None);
        }
        catch (Exception failed)
        {
            // The next page that opens reads the connections again.
            InboxLog.ConnectionsNotRead(_log, failed);
        }
    }

    private sealed class WatchedInbox(PersonalInbox inbox, MarksAttachment? marks) : IAsyncDisposable
    {
        public PersonalInbox Inbox { get; } = inbox;

        public MarksAttachment? Marks { get; } = marks;

        public int Watchers { get; set; }

        public ITimer? Stop { get; set; }

        public ITimer? Look { get; set; }

        public async ValueTask DisposeAsync()
        {
            Stop?.Dispose();
            Look?.Dispose();
            await Inbox.DisposeAsync();
            if (Marks is not null)
                await Marks.DisposeAsync();
        }
    }
}
