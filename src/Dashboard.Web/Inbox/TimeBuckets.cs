using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Spans of time that follow each other without a gap.</summary>
internal sealed class TimeBuckets
{
    private const long MillisecondsOfHour = 3_600_000;
    private const int Hours = 24;
    private const int Days = 14;

    private readonly long[] _bounds;

    private TimeBuckets(long[] bounds) => _bounds = bounds;

    public int Count => _bounds.Length - 1;

    /// <summary>When each begins, UTC milliseconds since 1970.</summary>
    public ReadOnlySpan<long> Starts => _bounds.AsSpan(..^1);

    /// <summary>The last hours or days up to now.</summary>
    public static TimeBuckets Last(GroupSpan span, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(now, timeZone);
        if (span == GroupSpan.Fortnight)
        {
            var today = DateOnly.FromDateTime(local.Date);
            return new TimeBuckets([.. Enumerable.Range(1 - Days, Days + 1).Select(day => new QueryDate(today.AddDays(day)).Start(timeZone))]);
        }

        // Hours last an hour each, also where the clock skips or repeats one.
        var hour = (now - TimeSpan.FromTicks(local.TimeOfDay.Ticks % TimeSpan.TicksPerHour)).ToUnixTimeMilliseconds();
        return new TimeBuckets([.. Enumerable.Range(1 - Hours, Hours + 1).Select(by => hour + (by * MillisecondsOfHour))]);
    }

    /// <summary>The number of the span that holds a moment, or -1 where none does.</summary>
    /// <param name="milliseconds">UTC, since 1970.</param>
    public int Of(long milliseconds)
    {
        if (milliseconds < _bounds[0] || milliseconds >= _bounds[^1])
            return -1;
        var found = Array.BinarySearch(_bounds, milliseconds);
        return found >= 0 ? found : ~found - 1;
    }
}
