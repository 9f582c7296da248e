namespace Dashboard.Web.Inbox;

/// <summary>
/// A query applied to a snapshot: an ordered, immutable list of rows that costs nothing to page through. Where it is
/// grouped, the rows stand group by group, the groups in the order of their first rows and the rows of each in the order of the query.
/// </summary>
public interface IInboxView
{
    /// <summary>How many rows the view holds.</summary>
    int Count { get; }

    /// <summary>The row at a position from 0 to <see cref="Count"/> - 1.</summary>
    InboxRow this[int position] { get; }

    /// <summary>Where a notification stands in this view, or -1 where it does not.</summary>
    int PositionOf(NotificationKey key);

    /// <summary>What the rows are folded together in; <see langword="null"/> where the query asks for no grouping.</summary>
    IInboxGroups? Groups => null;
}
