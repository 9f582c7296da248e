namespace Dashboard.Web.Connections;

internal static class ConnectionsRegistration
{
    public static IServiceCollection AddMakeConnections(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<ConnectionRegister>()
        .AddSingleton<CredentialVault>()
        .AddSingleton<ConnectionSetup>()
        .AddSingleton<ConnectionReports>()
        .AddMakeOAuth(configuration);
}
