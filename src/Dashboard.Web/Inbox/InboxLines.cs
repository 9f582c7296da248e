namespace Dashboard.Web.Inbox;

/// <summary>
/// What a list shows from top to bottom: the rows of a view, or the heads of its groups and, below those that are open, their rows.
/// Immutable; costs what the open groups cost, not what the rows do.
/// </summary>
public sealed class InboxLines
{
    private readonly IInboxView _view;
    private readonly IInboxGroups? _groups;
    private readonly OpenGroup[] _open;

    /// <summary>The lines of a view.</summary>
    /// <param name="view">Its rows are lines by themselves where it is not grouped.</param>
    /// <param name="open">The groups whose rows are shown; those that the view lacks are passed over.</param>
    public InboxLines(IInboxView view, IReadOnlySet<GroupKey> open)
    {
        (_view, _groups, _open) = (view, view.Groups, []);
        if (_groups is null)
        {
            Count = view.Count;
            return;
        }

        var rows = 0;
        if (open.Count > 0)
        {
            var indexes = open.Select(_groups.IndexOf).Where(index => index >= 0).Distinct().ToArray();
            Array.Sort(indexes);
            _open = new OpenGroup[indexes.Length];
            for (var i = 0; i < indexes.Length; i++)
            {
                var group = _groups[indexes[i]];
                _open[i] = new OpenGroup(indexes[i], indexes[i] + rows, group.First, group.Count);
                rows += group.Count;
            }
        }

        Count = _groups.Count + rows;
    }

    /// <summary>How many lines there are.</summary>
    public int Count { get; }

    /// <summary>The line at a place from 0 to <see cref="Count"/> - 1.</summary>
    public InboxLine this[int line]
    {
        get
        {
            var (group, row) = At(line);
            return row >= 0 ? new InboxLine(_view[row]) : new InboxLine(_groups![group], IsOpen(group));
        }
    }

    /// <summary>Where a line stands, or -1 where it is not shown: a row of a closed group is not.</summary>
    public int LineOf(LineKey key)
    {
        if (key.Row is { } row)
            return _view.PositionOf(row) is >= 0 and var position ? LineOfRow(position) : -1;
        return key.Group is { } group && _groups?.IndexOf(group) is >= 0 and var index ? LineOfHead(index) : -1;
    }

    /// <summary>Where the row at a position of the view stands, or -1 where its group is closed.</summary>
    public int LineOfRow(int viewPosition)
    {
        if (_groups is null)
            return viewPosition;
        var before = OpenUpTo(_groups.IndexAt(viewPosition), open => open.Index);
        return before >= 0 && _open[before] is var open && viewPosition < open.First + open.Count && viewPosition >= open.First
            ? open.Line + 1 + viewPosition - open.First
            : -1;
    }

    /// <summary>The positions of the view that a line stands for: a row itself, the head of a group all its rows.</summary>
    public (int First, int Count) RowsOf(int line)
    {
        var (group, row) = At(line);
        if (row >= 0)
            return (row, 1);
        var head = _groups![group];
        return (head.First, head.Count);
    }

    private (int Group, int Row) At(int line)
    {
        if (_groups is null)
            return (-1, line);
        var before = OpenUpTo(line, open => open.Line);
        if (before < 0)
            return (line, -1);
        var open = _open[before];
        var below = line - open.Line;
        return below == 0 ? (open.Index, -1)
            : below <= open.Count ? (-1, open.First + below - 1)
            : (open.Index + below - open.Count, -1);
    }

    private int LineOfHead(int group)
    {
        var before = OpenUpTo(group, open => open.Index);
        if (before < 0)
            return group;
        var open = _open[before];
        return open.Index == group ? open.Line : open.Line + open.Count + group - open.Index;
    }

    private bool IsOpen(int group) => OpenUpTo(group, open => open.Index) is >= 0 and var before && _open[before].Index == group;

    /// <summary>The last open group whose number or line is at most this; -1 where there is none.</summary>
    private int OpenUpTo(int most, Func<OpenGroup, int> measure)
    {
        var (low, high) = (0, _open.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (measure(_open[middle]) <= most)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <param name="Index">The number of the group.</param>
    /// <param name="Line">Where its head stands.</param>
    /// <param name="First">Position of its first row in the view.</param>
    /// <param name="Count">Its rows.</param>
    private readonly record struct OpenGroup(int Index, int Line, int First, int Count);
}
