using System.Net;
using System.Net.Sockets;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Hosting;

[assembly: HostingStartup(typeof(SandboxStartup))]

namespace Dashboard.Sandbox.Hosting;

/// <summary>
/// Starts the sandbox with the web app and points the app at it, when <c>ASPNETCORE_HOSTINGSTARTUPASSEMBLIES</c> names this assembly
/// and <see cref="SandboxOptions.Enabled"/> is not switched off. The app has no code for it.
/// </summary>
public sealed class SandboxStartup : IHostingStartup
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder)
    {
        try
        {
            // The app's own configuration is not there yet; these are the places it will be read from.
            var options = SandboxOptions.From(Configuration(Environment.GetCommandLineArgs()[1..]));
            if (options.Enabled)
                StartWith(builder, options);
        }
        catch (SandboxStartException problem)
        {
            // An exception here would only be logged, and the app would go on against the real Make.
            Console.Error.WriteLine(problem.Message);
            Environment.Exit(1);
        }
    }

    private static void StartWith(IWebHostBuilder builder, SandboxOptions options)
    {
        // The app's settings name the port before the sandbox listens, so a free one is chosen here.
        if (options.Port == 0)
            options = options with { Port = FreePort() };
        options.Validate();
        var settings = SandboxSettings.At(new($"{options.Scheme}://localhost:{options.Port}"), SandboxSettings.TokensOf(DemoAccounts.In(options.Zones, options.Colleagues)));
        builder.ConfigureAppConfiguration((_, configuration) => configuration.AddInMemoryCollection(settings));
        builder.ConfigureServices(services => services.AddHostedService(provider => new SandboxHost(options, provider.GetRequiredService<ILogger<SandboxHost>>())));
    }

    internal static IConfigurationRoot Configuration(string[] arguments) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(arguments)
        .Build();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
