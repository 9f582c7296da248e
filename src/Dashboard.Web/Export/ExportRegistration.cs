namespace Dashboard.Web.Export;

internal static class ExportRegistration
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services.AddSingleton<ExportTickets>();
}
