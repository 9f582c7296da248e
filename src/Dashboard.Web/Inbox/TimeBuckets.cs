using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Spans of time that follow each other without a gap.</summary>
internal sealed class TimeBuckets
{
    private const long MillisecondsOfHour = 3_600_000;

    private readonly long[] _bounds;
    private readonly double _lengthInverse;

    private TimeBuckets(long[] bounds) => (_bounds, _lengthInverse) = (bounds, (bounds.Length - 1) / (double)(bounds[^1] - bounds[0]));

    public int Count => _bounds.Length - 1;

    /// <summary>When each begins, and last when the last one ends; UTC milliseconds since 1970.</summary>
    public ReadOnlySpan<long> Bounds => _bounds;

    /// <summary>Days of the reader's calendar, the last one being today.</summary>
    public static TimeBuckets LastDays(int days, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, timeZone).Date);
        return new TimeBuckets([.. Enumerable.Range(1 - days, days + 1).Select(day => new QueryDate(today.AddDays(day)).Start(timeZone))]);
    }

    /// <summary>Hours of the reader's clock, the last one being the one that runs; an hour each, also where the clock skips or repeats one.</summary>
    public static TimeBuckets LastHours(int hours, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        var sinceFull = TimeZoneInfo.ConvertTime(now, timeZone).TimeOfDay.Ticks % TimeSpan.TicksPerHour;
        var hour = (now - TimeSpan.FromTicks(sinceFull)).ToUnixTimeMilliseconds();
        return new TimeBuckets([.. Enumerable.Range(1 - hours, hours + 1).Select(by => hour + (by * MillisecondsOfHour))]);
    }

    /// <summary>Whether the last one holds a moment.</summary>
    public bool EndWith(DateTimeOffset now) => now.ToUnixTimeMilliseconds() is var milliseconds && milliseconds >= _bounds[^2] && milliseconds < _bounds[^1];

    /// <summary>The number of the span that holds a moment, or -1 where none does.</summary>
    /// <param name="milliseconds">UTC, since 1970.</param>
    public int Of(long milliseconds)
    {
        if (milliseconds < _bounds[0] || milliseconds >= _bounds[^1])
            return -1;
        // They are nearly all as long as one another: where it would be then is next to where it is.
        var bucket = (int)((milliseconds - _bounds[0]) * _lengthInverse);
        while (milliseconds < _bounds[bucket])
            bucket--;
        while (milliseconds >= _bounds[bucket + 1])
            bucket++;
        return bucket;
    }
}
