namespace Dashboard.Web.Inbox;

/// <summary>How many rows a query wants.</summary>
/// <param name="Rows">All of them.</param>
/// <param name="Unread">Those that Make's row calls unread.</param>
public readonly record struct RowCount(int Rows, int Unread);
