using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox.Query;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Components.Pages;

/// <summary>What the activity page shows, as its address says it.</summary>
/// <param name="Kind">Only these actions; <see langword="null"/> for all.</param>
/// <param name="Day">Only those of this day of the reader's calendar; <see langword="null"/> for all.</param>
/// <param name="Page">The page of the list, from 1.</param>
/// <param name="Action">The one whose receipt is unfolded.</param>
public sealed record ActivityPlace(ActionKind? Kind = null, DateOnly? Day = null, int Page = 1, long? Action = null)
{
    /// <summary>Reads the parts of an address; what makes no sense counts as not said.</summary>
    public static ActivityPlace Parse(string? kind, string? day, string? page, string? action) => new(
        Enum.GetValues<ActionKind>().Where(known => NameOf(known).Equals(kind, StringComparison.OrdinalIgnoreCase)).Select(known => (ActionKind?)known).FirstOrDefault(),
        QueryDate.TryParse(day, out var date) && date.Time is null ? date.Day : null,
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1,
        long.TryParse(action, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);

    /// <summary>How an address writes a kind.</summary>
    public static string NameOf(ActionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether some actions are left out.</summary>
    public bool IsFiltered => Kind is not null || Day is not null;

    /// <summary>The kind as an address and a list of choices write it; empty for all.</summary>
    public string KindText => Kind is { } kind ? NameOf(kind) : "";

    /// <summary>The day as an address and a date field write it.</summary>
    public string? DayText => Day is { } day ? new QueryDate(day).ToString() : null;

    /// <summary>The address of the page.</summary>
    public string Address => Under("/activity", Page > 1 ? Page : null, Action);

    /// <summary>The actions that are listed.</summary>
    /// <param name="timeZone">The reader's, which days begin and end in.</param>
    public ActivityFilter Filter(TimeZoneInfo timeZone) => Day is { } day
        ? new ActivityFilter(Kind, At(new QueryDate(day).Start(timeZone)), At(new QueryDate(day).End(timeZone)))
        : new ActivityFilter(Kind);

    /// <summary>Where the listed actions are exported.</summary>
    /// <param name="path">The endpoint.</param>
    /// <param name="timeZone">The reader's.</param>
    public string Export(string path, TimeZoneInfo timeZone) =>
        Day is null ? Under(path, null, null) : QueryHelpers.AddQueryString(Under(path, null, null), "tz", timeZone.Id);

    private string Under(string path, int? page, long? action) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["kind"] = Kind is null ? null : KindText,
        ["day"] = DayText,
        ["page"] = page?.ToString(CultureInfo.InvariantCulture),
        ["action"] = action?.ToString(CultureInfo.InvariantCulture),
    });

    private static DateTimeOffset? At(long milliseconds) => milliseconds == long.MaxValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
