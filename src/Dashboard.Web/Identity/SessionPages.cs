namespace Dashboard.Web.Identity;

/// <summary>The open pages of each session in this process.</summary>
public sealed class SessionPages
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, HashSet<SessionState>> _pages = [];

    /// <summary>The sessions that have an open page here.</summary>
    public Guid[] Sessions
    {
        get
        {
            lock (_lock)
                return [.. _pages.Keys];
        }
    }

    public void Add(Guid session, SessionState page)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue(session, out var pages))
                _pages[session] = pages = [];
            pages.Add(page);
        }
    }

    public void Remove(Guid session, SessionState page)
    {
        lock (_lock)
        {
            if (_pages.TryGetValue(session, out var pages) && pages.Remove(page) && pages.Count == 0)
                _pages.Remove(session);
        }
    }

    /// <summary>Takes from a session's open pages what they show.</summary>
    public void End(Guid session, SessionEnd why)
    {
        SessionState[] pages;
        lock (_lock)
            pages = _pages.Remove(session, out var open) ? [.. open] : [];
        foreach (var page in pages)
            page.End(why);
    }
}
