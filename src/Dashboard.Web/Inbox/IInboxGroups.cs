namespace Dashboard.Web.Inbox;

/// <summary>The groups of a view, in the order of their first rows. Immutable, and nothing of it grows with the rows of a group once asked.</summary>
public interface IInboxGroups
{
    /// <summary>How many groups there are; each has at least one row.</summary>
    int Count { get; }

    /// <summary>The group with a number from 0 to <see cref="Count"/> - 1.</summary>
    InboxGroup this[int index] { get; }

    /// <summary>The number of a group, or -1 where the view has no such group.</summary>
    int IndexOf(GroupKey key);

    /// <summary>The number of the group that holds the row at a position of the view.</summary>
    int IndexAt(int position);

    /// <summary>How many rows of a group were created in each of the last hours or days, the oldest first.</summary>
    /// <param name="index">The number of the group.</param>
    /// <param name="span">24 hours or 14 days. What lies further back, and what is dated later than the last hour or day, is left out.</param>
    /// <param name="now">Lies in the last hour or day.</param>
    /// <param name="timeZone">The reader's, which hours and days begin in.</param>
    int[] Bars(int index, GroupSpan span, DateTimeOffset now, TimeZoneInfo timeZone);
}
