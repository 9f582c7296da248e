using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>What the grid shows from top to bottom: the rows of a view, or the heads of its groups with the rows of those that are open.</summary>
/// <param name="view">The rows.</param>
/// <param name="open">The open groups; later changes of it do not show.</param>
public sealed class GridLines(IInboxView view, IReadOnlySet<GroupKey> open)
{
    private readonly InboxLines _lines = new(view, open);

    public IInboxView View => view;

    public int Count => _lines.Count;

    public InboxLine this[int line] => _lines[line];

    /// <summary>The positions of the view that a line stands for.</summary>
    public (int First, int Count) RowsOf(int line) => _lines.RowsOf(line);

    /// <summary>The notification of a line, of a group the first.</summary>
    public NotificationKey RowAt(int line) => view[RowsOf(line).First].Key;

    /// <summary>Where a line stands, the head of its group for a row that is folded away; -1 where there is neither.</summary>
    public int Place(LineKey key)
    {
        if (_lines.LineOf(key) is var line && (line >= 0 || key.Row is not { } row)) return line;
        return HeadOf(row) is { } head ? _lines.LineOf(new LineKey(head)) : -1;
    }

    /// <summary>The group that holds a notification; <see langword="null"/> where the view is not grouped or lacks it.</summary>
    public GroupKey? HeadOf(NotificationKey row) =>
        view.Groups is { } groups && view.PositionOf(row) is >= 0 and var position ? groups[groups.IndexAt(position)].Key : null;
}
