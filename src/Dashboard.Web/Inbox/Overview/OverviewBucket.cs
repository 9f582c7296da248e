namespace Dashboard.Web.Inbox.Overview;

/// <summary>An hour or a day of an overview.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When the next one begins.</param>
/// <param name="Counts">Rows created in it, one count for each of <see cref="InboxOverview.Series"/>.</param>
public sealed record OverviewBucket(DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<int> Counts);
