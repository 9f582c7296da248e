namespace Dashboard.Web.Inbox;

/// <summary>Names a line of a list in every later snapshot: a notification or the head of a group.</summary>
public readonly record struct LineKey
{
    public LineKey(NotificationKey row) => Row = row;

    public LineKey(GroupKey group) => Group = group;

    /// <summary>The notification, or <see langword="null"/> for the head of a group.</summary>
    public NotificationKey? Row { get; }

    /// <summary>The group, or <see langword="null"/> for a notification.</summary>
    public GroupKey? Group { get; }
}
