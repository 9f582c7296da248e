namespace Dashboard.Web.Actions;

internal static class ActionsRegistration
{
    public static IServiceCollection AddActions(this IServiceCollection services) => services.AddSingleton<NotificationActions>();
}
