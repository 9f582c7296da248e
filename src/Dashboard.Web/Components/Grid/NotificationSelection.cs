using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>The notifications a person has marked. They belong to keys, never to row numbers: a sort or a refresh changes nothing in it.</summary>
/// <remarks>
/// Rows of the view are held as ranges of positions, so that marking a million costs nothing until the keys are asked for. A newer view is
/// followed with <see cref="Follow"/>, or beforehand with <see cref="Replace"/>.
/// </remarks>
public sealed class NotificationSelection
{
    private SelectedRows? _beforeRange;
    private SelectedRows? _screen;

    /// <summary>What is marked now, frozen: the set to act on.</summary>
    public SelectedRows Rows { get; private set; } = SelectedRows.None(InboxView.Empty);

    /// <summary>Where a range starts: the line toggled last, or the one a range was begun from.</summary>
    public LineKey? Anchor { get; private set; }

    /// <summary>How many notifications are marked.</summary>
    public int Count => Rows.Count;

    /// <summary>The marked keys, each once: in the view's order, then those that the view does not hold.</summary>
    public IEnumerable<NotificationKey> Keys => Rows.Keys;

    /// <summary>How much of the view is marked.</summary>
    public SelectionExtent Extent =>
        Count == 0 ? SelectionExtent.None : Rows.Inside.Count == Rows.View.Count && Rows.View.Count > 0 ? SelectionExtent.All : SelectionExtent.Some;

    /// <summary>Whether what is marked is what was on screen at the first step, and nothing else.</summary>
    public bool IsScreen => ReferenceEquals(_screen, Rows) && Count > 0;

    public bool Contains(NotificationKey key) => Rows.Contains(key);

    /// <summary>How much of the rows at some positions of the view is marked.</summary>
    public SelectionExtent ExtentOf(int first, int count) => Rows.Inside.CountIn(first, first + count - 1) is var marked && marked == 0 ? SelectionExtent.None
        : marked == count ? SelectionExtent.All : SelectionExtent.Some;

    /// <summary>Finds the marked notifications again in a newer view. Looks at each, unless <see cref="Replace"/> has brought the view before.</summary>
    public void Follow(IInboxView view) => Rows = Rows.In(view, _ => true, CancellationToken.None);

    /// <summary>Puts the same notifications, as a newer view holds them, in place of what they were found from.</summary>
    /// <returns>Whether it did; not where another was marked since.</returns>
    public bool Replace(SelectedRows from, SelectedRows to)
    {
        if (!ReferenceEquals(Rows, from)) return false;
        Rows = to;
        return true;
    }

    /// <summary>
    /// Marks a notification, or all of a group, or takes the marks away where all have them; the next range starts here. Does nothing for a
    /// line that the view does not hold.
    /// </summary>
    public void Toggle(LineKey line)
    {
        if (RowsOf(line) is not var (first, last)) return;
        Rows = Rows.With(ExtentOf(first, last - first + 1) is SelectionExtent.All ? Rows.Inside.Without(first, last) : Rows.Inside.With(first, last));
        StartRange(line);
    }

    /// <summary>Lets the next range start at a line without marking it.</summary>
    public void StartRange(LineKey line) => (Anchor, _beforeRange) = (line, null);

    /// <summary>
    /// Marks every row from <see cref="Anchor"/> to <paramref name="to"/>, both included, of a group all its rows. The range replaces the one
    /// drawn before from the same anchor, so it can shrink as well as grow. Without an anchor in the view it starts at <paramref name="to"/>.
    /// </summary>
    public void ExtendTo(LineKey to)
    {
        if (RowsOf(to) is not var (first, last)) return;

        if ((Anchor is { } anchor ? RowsOf(anchor) : null) is not var (anchorFirst, anchorLast))
        {
            StartRange(to);
            (anchorFirst, anchorLast) = (first, last);
        }

        if (!ReferenceEquals(_beforeRange?.View, Rows.View)) _beforeRange = Rows;
        Rows = _beforeRange.With(_beforeRange.Inside.With(Math.Min(first, anchorFirst), Math.Max(last, anchorLast)));
    }

    /// <summary>Marks the rows on screen beside what is marked: the first step on the way to all of them.</summary>
    /// <param name="first">Position of the first in the view.</param>
    /// <param name="count">How many follow each other; at least 1.</param>
    public void AddScreen(int first, int count)
    {
        var isAllThereIs = Count == 0;
        Rows = Rows.With(Rows.Inside.With(first, first + count - 1));
        (_beforeRange, _screen) = (null, isAllThereIs ? Rows : null);
    }

    /// <summary>Marks every row that the view holds now beside what is marked; rows that arrive later are not part of it.</summary>
    public void AddAll()
    {
        if (Rows.View.Count > 0) Rows = Rows.With(Rows.Inside.With(0, Rows.View.Count - 1));
        _beforeRange = null;
    }

    /// <summary>Takes the marks of those away that the view does not hold.</summary>
    public void DropOutside() => Rows = Rows.With([]);

    /// <summary>Takes every mark away.</summary>
    public void Clear() => (Rows, Anchor, _beforeRange) = (SelectedRows.None(Rows.View), null, null);

    /// <summary>Takes the marks of the named notifications away, as after they were deleted.</summary>
    public void Remove(IReadOnlyCollection<NotificationKey> keys)
    {
        var gone = PositionSet.Of(keys.Distinct().Select(Rows.View.PositionOf).Where(position => position >= 0));
        Rows = Rows.With(Rows.Inside.Except(gone)).With(Rows.Outside.Except(keys));
        if (Anchor?.Row is { } anchor && keys.Contains(anchor)) Anchor = null;
        _beforeRange = null;
    }

    private (int First, int Last)? RowsOf(LineKey line)
    {
        if (line.Row is { } row) return Rows.View.PositionOf(row) is >= 0 and var position ? (position, position) : null;
        return line.Group is { } key && Rows.View.Groups is { } groups && groups.IndexOf(key) is >= 0 and var index && groups[index] is var group
            ? (group.First, group.First + group.Count - 1)
            : null;
    }
}
