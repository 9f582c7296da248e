using System.Globalization;

namespace Dashboard.Web.Components.Grid;

/// <summary>When something happened, in the words of a list: near things by distance, far things by date.</summary>
public static class RelativeTime
{
    /// <summary>"just now", "3 min ago", "2 h ago", "yesterday", "4 days ago"; from a week on the date. A time ahead of the clock is "just now".</summary>
    /// <param name="time">What is told about.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The reader's time zone: decides where one day ends and the next begins.</param>
    public static string Words(DateTimeOffset time, DateTimeOffset now, TimeZoneInfo zone)
    {
        var age = now - time;
        if (age < TimeSpan.FromMinutes(1)) return "just now";
        if (age < TimeSpan.FromHours(1)) return string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} min ago");

        var local = TimeZoneInfo.ConvertTime(time, zone);
        var days = (TimeZoneInfo.ConvertTime(now, zone).Date - local.Date).Days;
        // Shortly after midnight "2 h ago" says more than "yesterday".
        if (days == 0 || age < TimeSpan.FromHours(6)) return string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h ago");

        return days switch
        {
            1 => "yesterday",
            < 7 => string.Create(CultureInfo.InvariantCulture, $"{days} days ago"),
            _ => local.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        };
    }
}
