namespace Dashboard.Web.Inbox;

/// <summary>What a person should know of a zone's unread notifications before all of them are marked.</summary>
/// <param name="Matching">Those that the query wants.</param>
/// <param name="NeverSeen">Those that were never on the person's screen.</param>
public readonly record struct UnreadCount(int Matching, int NeverSeen);
