using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests;

/// <summary>Views for tests in which neither the time nor the reader's time zone matters.</summary>
internal static class SnapshotViews
{
    public static IInboxView View(this InboxSnapshot snapshot, InboxQuery query, InboxWatermark? upTo = null) =>
        snapshot.View(query, upTo, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, CancellationToken.None);

    public static int CountAfter(this InboxSnapshot snapshot, InboxWatermark mark, InboxQuery query) =>
        snapshot.CountAfter(mark, query, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, CancellationToken.None);

    public static InboxRow[] Rows(this IInboxView view) => [.. Enumerable.Range(0, view.Count).Select(position => view[position])];

    public static InboxGroup[] All(this IInboxGroups groups) => [.. Enumerable.Range(0, groups.Count).Select(index => groups[index])];
}
