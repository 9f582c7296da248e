namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Limits</c>: how much of the server one person, one page or one request may take.</summary>
public sealed class LimitsOptions
{
    /// <summary>Pages that one person may have open at the same time, over all browsers; each is a circuit.</summary>
    public int PagesPerPerson { get; set; } = 20;

    /// <summary>Bytes of one message from a page to the server; a larger one ends that page's circuit and no other.</summary>
    public int MessageBytes { get; set; } = 32 * 1024;

    /// <summary>Pages whose line has dropped that are kept for their return, over all people.</summary>
    public int RetainedPages { get; set; } = 100;

    /// <summary>How long such a page is kept.</summary>
    public TimeSpan RetainedFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Changes of a page that may be on their way to a browser that does not acknowledge them; then the page waits.</summary>
    public int PendingRenders { get; set; } = 10;

    /// <summary>Bytes of the body of a request.</summary>
    public int RequestBytes { get; set; } = 64 * 1024;

    /// <summary>Requests a minute of one person, or of one address before signing in; static files and what an open page does are not counted.</summary>
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>Connections to the server at the same time.</summary>
    public int Connections { get; set; } = 5_000;
}
