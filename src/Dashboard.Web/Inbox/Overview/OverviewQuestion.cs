using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox.Overview;

/// <summary>All that decides the figures of an overview: pages of which this is the same share them.</summary>
/// <param name="Where">What is wanted.</param>
/// <param name="By">What counts are stacked by.</param>
/// <param name="Span">The time looked back over.</param>
/// <param name="End">When the last bucket ends, UTC milliseconds since 1970.</param>
/// <param name="TimeZone">Days begin and end in it.</param>
/// <param name="Minute">The minute that ages are counted from; 0 where the query asks for none.</param>
internal sealed record OverviewQuestion(Condition Where, OverviewBy By, OverviewSpan Span, long End, TimeZoneInfo TimeZone, long Minute);
