namespace Dashboard.Web.Inbox.Query;

/// <summary>What an age is counted in; a day has 24 hours.</summary>
public enum AgeUnit
{
    Minutes,
    Hours,
    Days,
    Weeks,
}
