using Dashboard.Testing;
using Microsoft.AspNetCore.Builder;

namespace Dashboard.Web.Tests.Api;

/// <summary>The app in the environment Production, where errors are answered as a team sees them.</summary>
internal sealed class ProductionSite : IAsyncDisposable
{
    private readonly DirectoryInfo _certificate;

    private ProductionSite(RunningDashboard dashboard, DirectoryInfo certificate) => (Dashboard, _certificate) = (dashboard, certificate);

    public RunningDashboard Dashboard { get; }

    public static async Task<ProductionSite> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var certificate = Directory.CreateTempSubdirectory("dashboard-ring-");
        KeyRingCertificate.WriteTo(certificate.FullName);
        var dashboard = await RunningDashboard.StartAsync(
            RunningDashboard.Small,
            new Dictionary<string, string?>
            {
                ["environment"] = "Production",
                ["DataProtection:CertificatePath"] = Path.Combine(certificate.FullName, KeyRingCertificate.File),
                // Plain http on loopback has to be asked for by name.
                ["Dashboard:PublicAddress"] = "http://127.0.0.1",
            },
            configure,
            cancellationToken: TestContext.Current.CancellationToken);
        return new ProductionSite(dashboard, certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await Dashboard.DisposeAsync();
        _certificate.Delete(recursive: true);
    }
}
