using Dashboard.Web.Inbox;

namespace Dashboard.Web.Actions;

/// <summary>What a person's recycle bin holds at a moment.</summary>
/// <param name="Snapshot">The rows as the list had them, to be searched and sorted like an inbox.</param>
/// <param name="DeletedAt">When Make was known to have deleted each.</param>
/// <param name="Unreadable">Copies that the key ring no longer opens.</param>
public sealed record BinContents(InboxSnapshot Snapshot, IReadOnlyDictionary<NotificationKey, DateTimeOffset> DeletedAt, int Unreadable)
{
    public static BinContents Nothing { get; } = new(InboxSnapshot.Empty, new Dictionary<NotificationKey, DateTimeOffset>(), 0);
}
