namespace Dashboard.Web.Sharing;

internal static class SharingRegistration
{
    public static IServiceCollection AddSharing(this IServiceCollection services) => services.AddSingleton<SharedLinks>();
}
