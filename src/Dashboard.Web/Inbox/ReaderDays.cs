using System.Collections.Concurrent;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>
/// Tells in which day of the reader's calendar a moment lies; days begin where a query for that day does. What was found out is kept, since
/// time zones answer slowly. For any number of threads.
/// </summary>
/// <param name="timeZone">The reader's.</param>
internal sealed class ReaderDays(TimeZoneInfo timeZone)
{
    private const long MillisecondsOfDay = 86_400_000;

    private readonly ConcurrentDictionary<long, Starts> _known = [];

    /// <summary>The day of a moment.</summary>
    /// <param name="milliseconds">UTC, since 1970.</param>
    public DateOnly Of(long milliseconds)
    {
        var utcDay = Math.DivRem(milliseconds, MillisecondsOfDay) is (var day, < 0) ? day - 1 : milliseconds / MillisecondsOfDay;
        var starts = _known.GetOrAdd(utcDay, Around);
        var later = starts.Next.Length;
        while (later > 0 && milliseconds < starts.Next[later - 1])
            later--;
        return starts.First.AddDays(later);
    }

    /// <summary>Offsets reach 14 hours: a day as UTC counts them touches the one before and the one after.</summary>
    private Starts Around(long utcDay)
    {
        var number = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + utcDay;
        var first = DateOnly.FromDayNumber((int)Math.Clamp(number - 1, 0, DateOnly.MaxValue.DayNumber));
        var last = DateOnly.FromDayNumber((int)Math.Clamp(number + 1, 0, DateOnly.MaxValue.DayNumber));
        return new Starts(first, [.. Enumerable.Range(1, last.DayNumber - first.DayNumber).Select(day => new QueryDate(first.AddDays(day)).Start(timeZone))]);
    }

    /// <param name="First">A day that begins before all moments asked for.</param>
    /// <param name="Next">When the days after it begin.</param>
    private sealed record Starts(DateOnly First, long[] Next);
}
