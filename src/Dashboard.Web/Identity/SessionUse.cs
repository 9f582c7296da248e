using System.Collections.Concurrent;

namespace Dashboard.Web.Identity;

/// <summary>When sessions were last used in this process. It is written down by the minute, not by the click.</summary>
public sealed class SessionUse(TimeProvider time)
{
    /// <summary>The database is told of a session's use at most this often.</summary>
    public static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Times> _sessions = new();

    /// <summary>The session is used now.</summary>
    public void Mark(Guid session) => _sessions.GetOrAdd(session, static _ => new Times()).Used = time.GetUtcNow().UtcTicks;

    /// <summary>When the session was last used, as far as this process knows.</summary>
    /// <param name="session">Which.</param>
    /// <param name="written">What the database says.</param>
    public DateTimeOffset Latest(Guid session, DateTimeOffset written) =>
        _sessions.TryGetValue(session, out var times) && times.Used > written.UtcTicks ? new DateTimeOffset(times.Used, TimeSpan.Zero) : written;

    /// <summary>What is to be written: of each session the latest use that no write has told of.</summary>
    /// <param name="everything">Also what was written less than a minute ago.</param>
    public IReadOnlyList<(Guid Session, DateTimeOffset UsedAt)> ToWrite(bool everything)
    {
        var latest = everything ? long.MaxValue : (time.GetUtcNow() - Precision).UtcTicks;
        return [.. _sessions.Where(session => session.Value.Used > session.Value.Written && session.Value.Written <= latest)
            .Select(session => (session.Key, new DateTimeOffset(session.Value.Used, TimeSpan.Zero)))];
    }

    /// <summary>The database knows of this use.</summary>
    public void Wrote(Guid session, DateTimeOffset usedAt)
    {
        if (_sessions.TryGetValue(session, out var times))
            times.Written = usedAt.UtcTicks;
    }

    /// <summary>Forgets sessions that were not used since then.</summary>
    public void Forget(DateTimeOffset unusedSince)
    {
        foreach (var (session, times) in _sessions)
        {
            if (times.Used <= unusedSince.UtcTicks)
                _sessions.TryRemove(session, out _);
        }
    }

    private sealed class Times
    {
        private long _used;
        private long _written;

        public long Used
        {
            get => Interlocked.Read(ref _used);
            set => Interlocked.Exchange(ref _used, value);
        }

        public long Written
        {
            get => Interlocked.Read(ref _written);
            set => Interlocked.Exchange(ref _written, value);
        }
    }
}
