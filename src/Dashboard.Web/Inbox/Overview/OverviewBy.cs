namespace Dashboard.Web.Inbox.Overview;

/// <summary>What the counts of an overview are stacked by.</summary>
public enum OverviewBy
{
    Zone,
    Type,
}
