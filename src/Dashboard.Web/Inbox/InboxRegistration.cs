namespace Dashboard.Web.Inbox;

internal static class InboxRegistration
{
    public static IServiceCollection AddInbox(this IServiceCollection services) => services.AddSingleton<Inboxes>().AddSingleton<NotificationLookup>();
}
