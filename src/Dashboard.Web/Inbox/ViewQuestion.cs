using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>All that decides which rows a view holds and how they are sorted: views of which this is the same share their rows.</summary>
/// <param name="Where">What is wanted.</param>
/// <param name="Columns">The columns that rows are sorted by.</param>
/// <param name="UpTo">What arrived later is left out; <see langword="null"/> where nothing did.</param>
/// <param name="TimeZone">Days begin and end in it.</param>
/// <param name="Minute">The minute that ages are counted from; 0 where the query asks for none.</param>
/// <param name="Grouping">What rows are folded together by.</param>
/// <param name="Direction">How the groups' rows are read; not looked at where there are no groups.</param>
internal sealed record ViewQuestion(
    Condition Where,
    string Columns,
    InboxWatermark? UpTo,
    TimeZoneInfo TimeZone,
    long Minute,
    InboxGrouping? Grouping = null,
    RowDirection Direction = default);
