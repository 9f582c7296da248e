namespace Dashboard.Web.Api;

internal static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddExceptionHandler<ApiTrouble>()
        .AddOpenApi(ApiDocument.Version, ApiDocument.Describe);
}
