namespace Dashboard.Web.Inbox.Overview;

/// <summary>Figures of the rows that a query wants.</summary>
/// <param name="Series">What counts are stacked by, most rows first; at most <see cref="MaxSeries"/>, the last one may stand for all others.</param>
/// <param name="Buckets">Hours or days that follow each other, the oldest first; at most 60.</param>
/// <param name="Failures">The failures that come most often, whenever they came; at most <see cref="MaxFailures"/>.</param>
/// <param name="Zones">Every zone that has a wanted row.</param>
public sealed record InboxOverview(
    IReadOnlyList<OverviewSeries> Series,
    IReadOnlyList<OverviewBucket> Buckets,
    IReadOnlyList<OverviewFailure> Failures,
    IReadOnlyList<OverviewZone> Zones)
{
    /// <summary>More colours are not told apart.</summary>
    public const int MaxSeries = 8;

    public const int MaxFailures = 10;
}
