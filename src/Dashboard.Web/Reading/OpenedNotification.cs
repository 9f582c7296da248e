using Dashboard.Web.Inbox;

namespace Dashboard.Web.Reading;

/// <summary>A notification with its body, as it was when it was opened.</summary>
public sealed record OpenedNotification(InboxRow Row, ReadableBody Body);
