using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>One row as a chunk keeps it.</summary>
/// <param name="Id">Make's id.</param>
/// <param name="Subject">Its number in the <see cref="SubjectTable"/>.</param>
/// <param name="Type">Make's type.</param>
/// <param name="Created">UTC milliseconds since 1970, as precise as Make writes times.</param>
/// <param name="Read">UTC milliseconds since 1970, or <see cref="Unread"/>.</param>
internal readonly record struct StoredRow(NotificationId Id, int Subject, int Type, long Created, long Read)
{
    /// <summary>Stands for "not read"; no time is this far in the past.</summary>
    public const long Unread = long.MinValue;

    public static StoredRow From(NotificationSummary notification, SubjectTable subjects) => new(
        notification.Id,
        subjects.NumberOf(notification.Subject),
        notification.Type,
        notification.Created.ToUnixTimeMilliseconds(),
        notification.Read?.ToUnixTimeMilliseconds() ?? Unread);
}
