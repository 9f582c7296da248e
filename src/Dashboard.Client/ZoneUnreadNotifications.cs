namespace Dashboard.Client;

/// <summary>
/// Unread notifications of one zone, as <c>GET /users/unread-notifications</c> counts them. Make names the zone <c>zoneId</c> here
/// and <c>imtZoneId</c> in <see cref="ZoneUnread"/>.
/// </summary>
/// <param name="ZoneId">The zone's id, as in <see cref="ImtZone"/>.</param>
/// <param name="UnreadNotifications">How many are unread.</param>
public sealed record ZoneUnreadNotifications(int ZoneId, int UnreadNotifications);
