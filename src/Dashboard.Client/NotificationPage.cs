using Dashboard.Client.Wire;

namespace Dashboard.Client;

/// <summary>The answer of <c>GET /notifications</c>: one page, and counts that are the user's, not the page's.</summary>
/// <param name="Notifications">The rows, by id descending. A page shorter than the limit is the last one; Make gives no total.</param>
/// <param name="UserUnreadNotifications">How many of the user's notifications are unread.</param>
/// <param name="UserZoneNotifications">The same by zone.</param>
/// <param name="Pg">The paging Make applied.</param>
public sealed record NotificationPage(
    IReadOnlyList<NotificationSummary> Notifications,
    int UserUnreadNotifications,
    IReadOnlyList<ZoneUnread> UserZoneNotifications,
    Paging Pg) : IRows
{
    IEnumerable<object?> IRows.Rows => [.. Notifications, .. UserZoneNotifications];
}
