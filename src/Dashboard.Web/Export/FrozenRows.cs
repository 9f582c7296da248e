using System.Collections;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Export;

/// <summary>Rows as they were at one moment, in the order of the list. Keeps hold of the immutable list, not of copies of its rows.</summary>
public sealed class FrozenRows
{
    private FrozenRows(int count, int gone, IEnumerable<InboxRow> rows) => (Count, Gone, Rows) = (count, gone, rows);

    public int Count { get; }

    /// <summary>How many were named and no longer exist.</summary>
    public int Gone { get; }

    /// <summary>The rows; they can be gone through any number of times.</summary>
    public IEnumerable<InboxRow> Rows { get; }

    /// <summary>All rows of a list.</summary>
    public static FrozenRows Of(IInboxView view) => new(view.Count, 0, Enumerable.Range(0, view.Count).Select(position => view[position]));

    /// <summary>The named rows: first those of the list in its order, then those outside it, newest first. Takes time: not for a circuit's thread.</summary>
    /// <param name="view">The list.</param>
    /// <param name="snapshot">What the list was made of.</param>
    /// <param name="keys">Which rows, each once.</param>
    public static FrozenRows Of(IInboxView view, InboxSnapshot snapshot, IReadOnlyCollection<NotificationKey> keys)
    {
        var inside = Marked(view, keys);
        if (inside.Count == keys.Count)
            return new FrozenRows(inside.Count, 0, inside.Rows);
        // One bit a row, whatever the selection: of a million keys no second copy is kept.
        var outside = Marked(
            snapshot.View(new InboxQuery(), upTo: null, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, CancellationToken.None),
            keys.Where(key => view.PositionOf(key) < 0));
        var count = inside.Count + outside.Count;
        return new FrozenRows(count, keys.Count - count, inside.Rows.Concat(outside.Rows));
    }

    private static (int Count, IEnumerable<InboxRow> Rows) Marked(IInboxView view, IEnumerable<NotificationKey> keys)
    {
        var marks = new BitArray(view.Count);
        var count = 0;
        foreach (var position in keys.Select(view.PositionOf).Where(position => position >= 0))
        {
            marks[position] = true;
            count++;
        }

        return (count, Enumerable.Range(0, view.Count).Where(position => marks[position]).Select(position => view[position]));
    }
}
