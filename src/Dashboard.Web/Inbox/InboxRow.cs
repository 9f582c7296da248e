namespace Dashboard.Web.Inbox;

/// <summary>One notification as a list shows it; the body is not part of it.</summary>
/// <param name="Key">Names the notification.</param>
/// <param name="Subject">Make's subject, plain text of any length.</param>
/// <param name="Type">Make's type; only 1 is documented, so no other value has a meaning here.</param>
/// <param name="Created">When Make created it, UTC.</param>
/// <param name="Read">When it was read at Make, UTC; <see langword="null"/> while unread.</param>
/// <param name="IsDone">Whether the person is done with it here. Make knows nothing of it.</param>
public readonly record struct InboxRow(NotificationKey Key, string Subject, int Type, DateTimeOffset Created, DateTimeOffset? Read, bool IsDone = false)
{
    public bool IsUnread => Read is null;
}
