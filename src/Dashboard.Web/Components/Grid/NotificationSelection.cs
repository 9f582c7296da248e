using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>
/// The notifications a person has marked: keys, never row numbers, so a sort or a refresh changes nothing in it.
/// </summary>
/// <remarks>
/// The latest range (all rows of a view is one, too) is held as a view and two positions, not key by key: marking a
/// million rows costs nothing until the keys are asked for. A view is immutable, so a range names the same rows for good.
/// </remarks>
public sealed class NotificationSelection
{
    private readonly HashSet<NotificationKey> _single = [];
    private readonly HashSet<NotificationKey> _unmarked = [];
    private Range? _range;
    private bool _drawing;
    private int? _count;
    private (IInboxView View, SelectionExtent Extent)? _extent;

    private sealed record Range(IInboxView View, int First, int Last)
    {
        public int Count => Last - First + 1;

        public bool Contains(NotificationKey key) => View.PositionOf(key) is var position && position >= First && position <= Last;

        public IEnumerable<NotificationKey> Keys
        {
            get
            {
                for (var position = First; position <= Last; position++) yield return View[position].Key;
            }
        }
    }

    /// <summary>Where a range starts: the row toggled last, or the row a range was begun from.</summary>
    public NotificationKey? Anchor { get; private set; }

    /// <summary>How many notifications are marked.</summary>
    public int Count => _count ??= _single.Count(key => !InRange(key)) + RangeCount;

    /// <summary>The marked keys, each once: the range in its view's order, then the others. Freeze them with ToArray before acting.</summary>
    public IEnumerable<NotificationKey> Keys =>
        (_range?.Keys.Where(key => !_unmarked.Contains(key)) ?? []).Concat(_single.Where(key => !InRange(key)));

    private int RangeCount => _range is null ? 0 : _range.Count - _unmarked.Count;

    public bool Contains(NotificationKey key) => _single.Contains(key) || InRange(key);

    /// <summary>Marks a notification or takes its mark away; the next range starts here.</summary>
    public void Toggle(NotificationKey key)
    {
        if (Contains(key)) Unmark(key);
        else if (!_unmarked.Remove(key)) _single.Add(key);
        StartRange(key);
        Changed();
    }

    /// <summary>Lets the next range start at a row without marking it.</summary>
    public void StartRange(NotificationKey key)
    {
        Anchor = key;
        _drawing = false;
    }

    /// <summary>
    /// Marks every row from <see cref="Anchor"/> to <paramref name="to"/>, both included. The range replaces the one
    /// drawn before from the same anchor, so it can shrink as well as grow. Without an anchor in the view it starts at <paramref name="to"/>.
    /// </summary>
    public void ExtendTo(IInboxView view, NotificationKey to)
    {
        var end = view.PositionOf(to);
        if (end < 0) return;

        var start = Anchor is { } anchor ? view.PositionOf(anchor) : -1;
        if (start < 0)
        {
            StartRange(to);
            start = end;
        }

        if (!_drawing || !ReferenceEquals(_range?.View, view)) FoldRange();
        _range = new Range(view, Math.Min(start, end), Math.Max(start, end));
        _drawing = true;
        Changed();
    }

    /// <summary>Marks every row the view holds now; rows that arrive later are not part of it.</summary>
    public void SelectAll(IInboxView view)
    {
        Clear();
        if (view.Count > 0) _range = new Range(view, 0, view.Count - 1);
    }

    /// <summary>Takes every mark away.</summary>
    public void Clear()
    {
        _single.Clear();
        _unmarked.Clear();
        _range = null;
        _drawing = false;
        Anchor = null;
        Changed();
    }

    /// <summary>Takes the marks of the named notifications away, as after they were deleted.</summary>
    public void Remove(IEnumerable<NotificationKey> keys)
    {
        foreach (var key in keys)
        {
            if (Contains(key)) Unmark(key);
            if (Anchor == key) Anchor = null;
        }

        Changed();
    }

    /// <summary>Keeps only the marked notifications that still exist. Asks once for every marked row.</summary>
    public void RetainOnly(Predicate<NotificationKey> exists) => Remove([.. Keys.Where(key => !exists(key))]);

    /// <summary>How much of a view is marked. The answer is kept until the selection changes or another view is asked about.</summary>
    public SelectionExtent ExtentIn(IInboxView view)
    {
        if (_extent is { } known && ReferenceEquals(known.View, view)) return known.Extent;

        var extent = Count == 0 ? SelectionExtent.None : HoldsAllOf(view) ? SelectionExtent.All : SelectionExtent.Some;
        _extent = (view, extent);
        return extent;
    }

    private bool HoldsAllOf(IInboxView view)
    {
        if (view.Count == 0 || Count < view.Count) return false;
        if (_range is { } range && ReferenceEquals(range.View, view) && RangeCount == view.Count) return true;

        for (var position = 0; position < view.Count; position++)
        {
            if (!Contains(view[position].Key)) return false;
        }

        return true;
    }

    private bool InRange(NotificationKey key) => _range is not null && !_unmarked.Contains(key) && _range.Contains(key);

    private void Unmark(NotificationKey key)
    {
        _single.Remove(key);
        if (InRange(key)) _unmarked.Add(key);
    }

    private void FoldRange()
    {
        if (_range is null) return;
        foreach (var key in _range.Keys)
        {
            if (!_unmarked.Contains(key)) _single.Add(key);
        }

        _range = null;
        _unmarked.Clear();
        Changed();
    }

    private void Changed()
    {
        _count = null;
        _extent = null;
    }
}
