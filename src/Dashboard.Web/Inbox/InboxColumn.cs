namespace Dashboard.Web.Inbox;

/// <summary>A column of the inbox that rows can be sorted by.</summary>
public enum InboxColumn
{
    Read,
    Subject,
    Zone,
    Type,
    Created,
    Id,
}
