namespace Dashboard.Web.Inbox;

/// <summary>What a list shows in one line: a notification, or the head of a group.</summary>
public readonly record struct InboxLine
{
    public InboxLine(InboxRow row) => Row = row;

    public InboxLine(InboxGroup group, bool isOpen) => (Group, IsOpen) = (group, isOpen);

    /// <summary>The group that the line is the head of, or <see langword="null"/> for a notification.</summary>
    public InboxGroup? Group { get; }

    /// <summary>Whether the rows of <see cref="Group"/> follow.</summary>
    public bool IsOpen { get; }

    /// <summary>The notification, or <see langword="null"/> for the head of a group.</summary>
    public InboxRow? Row { get; }

    /// <summary>Names the line in later snapshots too.</summary>
    public LineKey Key => Group is { } group ? new LineKey(group.Key) : new LineKey(Row.GetValueOrDefault().Key);
}
