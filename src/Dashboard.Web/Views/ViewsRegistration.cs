namespace Dashboard.Web.Views;

internal static class ViewsRegistration
{
    public static IServiceCollection AddViews(this IServiceCollection services) => services.AddSingleton<SavedViews>();
}
