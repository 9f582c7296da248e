using Dashboard.Client.Wire;

namespace Dashboard.Client;

/// <summary>The answer of <c>GET /users/unread-notifications</c>.</summary>
/// <param name="UserUnreadNotifications">How many of the user's notifications are unread.</param>
/// <param name="UserZoneUnreadNotifications">The same by zone.</param>
public sealed record UnreadNotifications(
    int UserUnreadNotifications,
    IReadOnlyList<ZoneUnreadNotifications> UserZoneUnreadNotifications) : IRows
{
    IEnumerable<object?> IRows.Rows => UserZoneUnreadNotifications;
}
