namespace Dashboard.Web.Inbox.Overview;

/// <summary>A zone or a type that counts are stacked by.</summary>
/// <param name="Key">Names it; <see langword="null"/> for all that are not told apart.</param>
/// <param name="Title">The same for people.</param>
/// <param name="Count">Rows of it in all buckets.</param>
public sealed record OverviewSeries(GroupKey? Key, string Title, int Count);
