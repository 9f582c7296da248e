using Dashboard.Web.Inbox;

namespace Dashboard.Web.Sharing;

/// <summary>Where a shared link leads its viewer. Always to the viewer's own inbox, never to the sharer's.</summary>
public abstract record LinkResolution
{
    private LinkResolution()
    {
    }

    /// <summary>The viewer's inbox holds the very notification.</summary>
    public sealed record Own(InboxRow Row) : LinkResolution;

    /// <summary>The viewer holds one copy of the same event under another id.</summary>
    public sealed record Copy(InboxRow Row) : LinkResolution;

    /// <summary>The viewer holds several that could be it.</summary>
    public sealed record Several(IReadOnlyList<InboxRow> Rows) : LinkResolution;

    /// <summary>The viewer's rows do not reach back that far yet; ask again when more have come.</summary>
    public sealed record StillLoading : LinkResolution;

    /// <summary>Not in the viewer's inbox.</summary>
    /// <param name="Why">The reason in words; says nothing about the notification.</param>
    public sealed record NotHere(string Why) : LinkResolution;
}
