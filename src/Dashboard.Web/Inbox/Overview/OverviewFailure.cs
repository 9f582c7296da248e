namespace Dashboard.Web.Inbox.Overview;

/// <summary>A failure that comes often.</summary>
/// <param name="Key">Names it: zone, type and subject.</param>
/// <param name="Title">Its subject, for people.</param>
/// <param name="Count">Rows that say it.</param>
/// <param name="LastSeen">When the newest of them was created, UTC.</param>
public sealed record OverviewFailure(GroupKey Key, string Title, int Count, DateTimeOffset LastSeen);
