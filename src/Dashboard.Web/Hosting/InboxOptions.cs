using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Inbox</c>: how notifications are fetched.</summary>
public sealed class InboxOptions
{
    /// <summary>Time between two looks for changes; 30 seconds is the shortest outside tests.</summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Rows of a zone's first page, so that something shows at once.</summary>
    public int FirstPageSize { get; set; } = 200;

    /// <summary>Rows of each further page; 10,000 is the limit that Make's published example shows (reference §5).</summary>
    public int PageSize { get; set; } = 10_000;

    /// <summary>Most rows kept for one connection; older ones are left out and the page says so.</summary>
    public int MaxRows { get; set; } = 1_000_000;

    /// <summary>What one regular expression of a query may take over all subjects of an inbox; then the query is given up, in words.</summary>
    public TimeSpan PatternTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Most characters of a query.</summary>
    public int QueryLength { get; set; } = QueryText.MaxLength;
}
