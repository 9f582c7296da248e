namespace Dashboard.Web.Connections;

/// <summary>A scope of Make's API that the portal uses, and what does not work without it (reference §2).</summary>
public sealed record MakeScope(string Name, string WithoutIt)
{
    public static readonly MakeScope NotificationsRead = new("notifications:read", "notifications can't be listed or read");

    public static readonly MakeScope NotificationsWrite = new("notifications:write", "nothing can be marked as read or deleted");

    public static readonly MakeScope UserRead = new("user:read", "unread counts are taken from the lists, which costs more requests");

    public static readonly MakeScope OrganizationsRead = new("organizations:read", "your organization's own request limit stays unknown");

    public static IReadOnlyList<MakeScope> All { get; } = [NotificationsRead, NotificationsWrite, UserRead, OrganizationsRead];
}
