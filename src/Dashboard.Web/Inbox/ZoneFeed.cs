using Dashboard.Client;
using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox;

/// <summary>One zone of a feed: its rows, its state, and how far the walk through Make's list has come.</summary>
internal sealed class ZoneFeed(Zone zone, SubjectTable subjects, int? lastTotal = null)
{
    private readonly Lock _gate = new();
    private readonly List<Func<ZoneRows, ZoneRows>> _changesInFlight = [];
    private ZoneRows _rows = ZoneRows.Empty;
    private ZoneState _state = ZoneState.Waiting with { Total = lastTotal };
    private PageWalk? _walk;
    private bool _complete;
    private int? _differenceWhenCompared;

    public Zone Zone => zone;

    public ZoneState State => Volatile.Read(ref _state);

    public int Count => Volatile.Read(ref _rows).Count;

    /// <summary>
    /// Every row was compared with Make's, and Make's unread count has moved since by no more than is seen here. Where it has moved
    /// further, something was read or deleted elsewhere.
    /// </summary>
    public bool IsCompared
    {
        get
        {
            lock (_gate)
                return _complete && Difference == _differenceWhenCompared;
        }
    }

    /// <summary>Where the walk goes on; <see langword="null"/> when it has ended.</summary>
    public int? NextOffset => _walk?.NextOffset;

    /// <summary>How many of the newest rows the walk has seen.</summary>
    public int Seen => _walk?.Seen ?? 0;

    private int? Difference => _state.Unread - _rows.Unread;

    /// <summary>Rows and state of one moment.</summary>
    public (ZoneRows Rows, ZoneState State) Now
    {
        get
        {
            lock (_gate)
                return (_rows, _state);
        }
    }

    /// <summary>Goes through the whole list; a newest page that was just taken is its first step.</summary>
    public void StartWalk() => _walk ??= new PageWalk();

    /// <summary>Ends the walk where it has come to.</summary>
    /// <param name="room">The most rows that may be held, where the walk has seen more: older ones are let go; <see langword="null"/> where it has not.</param>
    /// <returns>Whether every row, as far as there is room, was compared.</returns>
    public bool EndWalk(int? room)
    {
        lock (_gate)
        {
            var walk = _walk;
            _walk = null;
            if (walk is null || (room is null && walk.NextOffset is not null))
                return false;
            _complete = true;
            var rows = room is { } most && walk.Lowest is { } lowest ? _rows.DownTo(lowest).Newest(most) : _rows;
            Keep(rows, state => state with { Truncated = room is not null, Total = rows.Count });
            _differenceWhenCompared = Difference;
            return true;
        }
    }

    /// <summary>A page is about to be asked for: what is changed from here on is newer than its answer.</summary>
    public void Ask()
    {
        lock (_gate)
            _changesInFlight.Clear();
    }

    /// <summary>Takes over a page of Make's list.</summary>
    /// <param name="page">The answer.</param>
    /// <param name="offset">Offset that was asked for.</param>
    /// <param name="limit">Limit that Make says it applied.</param>
    public void Take(NotificationPage page, int offset, int limit)
    {
        var rows = page.Notifications.Select(notification => StoredRow.From(notification, subjects))
            .OrderByDescending(row => row.Id).DistinctBy(row => row.Id).ToArray();
        var isLast = page.Notifications.Count < limit;
        if (offset == 0)
            _walk = new PageWalk();
        var walk = _walk ?? throw new InvalidOperationException("A page beyond the first belongs to a walk.");
        if (!walk.Step(Array.ConvertAll(rows, row => row.Id), offset, limit, isLast))
            return;
        lock (_gate)
        {
            // So many have arrived that the newest page does not reach down to what is held here.
            if (offset == 0 && rows.Length > 0 && !isLast && _rows.Chunks is [var newest, ..] && rows[^1].Id > newest.Highest)
                _complete = false;
            var taken = _rows.WithPage(rows, fromNewest: offset == 0, toOldest: isLast);
            Keep(_changesInFlight.Aggregate(taken, (changed, change) => change(changed)), state => state with
            {
                Phase = _complete && state.Phase == ZonePhase.InStep ? ZonePhase.InStep : ZonePhase.Loading,
                Unread = UnreadIn(page) ?? state.Unread,
                Problem = null,
                RetryAt = null,
            });
        }
    }

    /// <summary>Applies what Make has confirmed, also over pages that were asked for before.</summary>
    public void Change(Func<ZoneRows, ZoneRows> change)
    {
        lock (_gate)
        {
            _changesInFlight.Add(change);
            var changed = change(_rows);
            var fewer = _rows.Unread - changed.Unread;
            // Make's count is asked again soon; until then it moves by what is known to have changed.
            Keep(changed, state => state with { Unread = state.Unread is { } unread ? Math.Max(0, unread - fewer) : null });
        }
    }

    public void Update(Func<ZoneState, ZoneState> change)
    {
        lock (_gate)
            Volatile.Write(ref _state, change(_state));
    }

    private void Keep(ZoneRows rows, Func<ZoneState, ZoneState> change)
    {
        Volatile.Write(ref _rows, rows);
        Update(state => change(state) with
        {
            Complete = _complete,
            Rows = rows.Count,
            Reached = rows.Chunks is [.., var oldest] ? DateTimeOffset.FromUnixTimeMilliseconds(oldest.Created(oldest.Count - 1)) : null,
        });
    }

    /// <summary>Make's own count; <see langword="null"/> where there is none, and where it is one that counts nothing.</summary>
    private int? UnreadIn(NotificationPage page)
    {
        var unread = zone.ImtZoneId is { } id
            ? page.UserZoneNotifications.FirstOrDefault(count => count.ImtZoneId == id)?.UnreadNotifications
            : page.UserUnreadNotifications;
        return unread < 0 ? null : unread;
    }
}
