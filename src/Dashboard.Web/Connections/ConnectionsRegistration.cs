namespace Dashboard.Web.Connections;

internal static class ConnectionsRegistration
{
    public static IServiceCollection AddMakeConnections(this IServiceCollection services) => services
        .AddSingleton<ConnectionRegister>()
        .AddSingleton<CredentialVault>()
        .AddSingleton<ConnectionSetup>();
}
