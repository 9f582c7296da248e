using Dashboard.Web.Inbox;

namespace Dashboard.Benchmarks.Data;

/// <summary>Views as an address names them.</summary>
internal static class SnapshotViews
{
    public static IInboxView View(this InboxSnapshot snapshot, string sort, string? group = null)
    {
        var query = InboxQuery.Parse(null, sort, group, out var problem);
        return problem is null
            ? snapshot.View(query, upTo: null, SyntheticInbox.Now, TimeZoneInfo.Utc, CancellationToken.None)
            : throw new ArgumentException(problem, nameof(sort));
    }
}
