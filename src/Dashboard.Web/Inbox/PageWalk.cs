using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>
/// Goes through a list by offset while it changes underneath. Rows that arrive push known ones into the next page, where they are
/// recognized. Rows that are deleted pull unknown ones out of it: pages overlap, and where two do not, the walk steps back.
/// </summary>
internal sealed class PageWalk
{
    private const int Overlap = 20;

    /// <summary>The oldest row the walk has come to; <see langword="null"/> before the first.</summary>
    public NotificationId? Lowest { get; private set; }

    /// <summary>How many of the newest rows the walk has seen.</summary>
    public int Seen { get; private set; }

    /// <summary>Offset to ask for next; <see langword="null"/> at the end of the list.</summary>
    public int? NextOffset { get; private set; } = 0;

    /// <summary>Takes the page at an offset.</summary>
    /// <param name="ids">Its ids, highest first.</param>
    /// <param name="offset">Offset that was asked for.</param>
    /// <param name="limit">Limit that Make applied.</param>
    /// <param name="isLast">Nothing older follows.</param>
    /// <returns>Whether it joins what was walked so far; if not, it proves nothing and an earlier offset comes next.</returns>
    public bool Step(ReadOnlySpan<NotificationId> ids, int offset, int limit, bool isLast)
    {
        // Pages of one row can't overlap: going on without proof is better than standing still.
        if (Lowest is { } lowest && offset > 0 && limit > 1 && (ids.IsEmpty || ids[0] < lowest))
        {
            NextOffset = Math.Max(0, offset - Math.Max(limit / 2, Overlap));
            return false;
        }

        if (!ids.IsEmpty && (Lowest is null || ids[^1] < Lowest))
            Lowest = ids[^1];
        Seen = offset + ids.Length;
        NextOffset = isLast ? null : offset + Math.Max(1, ids.Length - Math.Min(Overlap, limit / 2));
        return true;
    }
}
