using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dashboard.Web.Inbox.Query;

/// <summary>A day or a minute of the reader's calendar, as typed: <c>2026-11-01</c> or <c>2026-11-01T14:30</c>.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The minute of that day; <see langword="null"/> for the whole day.</param>
public readonly record struct QueryDate(DateOnly Day, TimeOnly? Time = null)
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string MinuteFormat = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Reads a day or a minute.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out QueryDate date)
    {
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            date = new QueryDate(day);
            return true;
        }

        var isMinute = DateTime.TryParseExact(text, MinuteFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute);
        date = new QueryDate(DateOnly.FromDateTime(minute), TimeOnly.FromDateTime(minute));
        return isMinute;
    }

    /// <summary>The first millisecond (UTC, since 1970) of this day or minute.</summary>
    /// <param name="timeZone">The reader's time zone.</param>
    public long Start(TimeZoneInfo timeZone) => Milliseconds(Local, timeZone);

    /// <summary>The first millisecond (UTC, since 1970) after this day or minute; <see cref="long.MaxValue"/> after the last one there is.</summary>
    /// <param name="timeZone">The reader's time zone.</param>
    public long End(TimeZoneInfo timeZone)
    {
        var length = Time is null ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(1);
        return DateTime.MaxValue - Local < length ? long.MaxValue : Milliseconds(Local + length, timeZone);
    }

    /// <summary>The text it is read from.</summary>
    public override string ToString() => Local.ToString(Time is null ? DayFormat : MinuteFormat, CultureInfo.InvariantCulture);

    private DateTime Local => Day.ToDateTime(Time ?? TimeOnly.MinValue);

    /// <summary>Clocks put forward leave out some times: the first one after the gap counts. Clocks put back repeat some: the first round counts.</summary>
    private static long Milliseconds(DateTime local, TimeZoneInfo timeZone)
    {
        while (timeZone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = timeZone.IsAmbiguousTime(local) ? timeZone.GetAmbiguousTimeOffsets(local).Max() : timeZone.GetUtcOffset(local);
        return (local.Ticks - offset.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
    }
}
