namespace Dashboard.Client;

/// <summary>Unread notifications of one zone, as <c>GET /notifications</c> counts them (the key there is <c>imtZoneId</c>).</summary>
/// <param name="ImtZoneId">The zone's id, as in <see cref="ImtZone"/>.</param>
/// <param name="UnreadNotifications">How many are unread.</param>
public sealed record ZoneUnread(int ImtZoneId, int UnreadNotifications);
