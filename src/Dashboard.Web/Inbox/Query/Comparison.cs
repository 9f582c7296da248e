namespace Dashboard.Web.Inbox.Query;

/// <summary>How one value stands to another.</summary>
public enum Comparison
{
    Less,
    AtMost,
    Equal,
    AtLeast,
    Greater,
}
