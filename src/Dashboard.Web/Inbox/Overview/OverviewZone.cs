namespace Dashboard.Web.Inbox.Overview;

/// <summary>What is unread in a zone.</summary>
/// <param name="Domain">Its domain.</param>
/// <param name="Name">What Make calls it.</param>
/// <param name="Unread">Unread rows among those that are wanted; 0 or more.</param>
public sealed record OverviewZone(string Domain, string Name, int Unread);
