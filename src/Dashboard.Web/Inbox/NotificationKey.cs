using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>Names one notification of one person: the connection it came by, its zone's domain and Make's id.</summary>
public readonly record struct NotificationKey(Guid ConnectionId, string Zone, NotificationId Id);
