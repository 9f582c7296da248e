using Dashboard.Sandbox.Hosting;

namespace Dashboard.Testing;

/// <summary>
/// The app as it runs for a team: a process of its own in the environment Production, over https, with a provider over https whose certificate
/// the computer trusts. The sandbox stands for Entra, and nothing in the app knows that it does.
/// </summary>
public sealed class HttpsSite : IAsyncDisposable
{
    private readonly DirectoryInfo _data;
    private readonly LoopbackCertificate _certificate;
    private readonly string _assembly;
    private readonly List<PortalProcess> _portals = [];

    private HttpsSite(string assembly, DirectoryInfo data, LoopbackCertificate certificate, SandboxServer sandbox) =>
        (_assembly, _data, _certificate, Sandbox) = (assembly, data, certificate, sandbox);

    public SandboxServer Sandbox { get; }

    /// <summary>Where the first process of the app is.</summary>
    public Uri Address => _portals[0].Address;

    /// <param name="assembly">The app's .dll.</param>
    /// <param name="trusts">Whether the app's computer trusts the provider's certificate.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<HttpsSite> StartAsync(string assembly, bool trusts, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("dashboard-https-");
        KeyRingCertificate.WriteTo(data.FullName);
        var certificate = LoopbackCertificate.WriteTo(data.FullName);
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                DataDirectory = Path.Combine(data.FullName, "sandbox"),
                CertificatePath = certificate.KeyFile,
                Notifications = 100,
                ArrivalsPerMinute = 0,
                RequestsPerMinute = 10_000,
            },
            cancellationToken: cancellationToken);
        var site = new HttpsSite(assembly, data, certificate, sandbox);
        await site.AddPortalAsync(trusts);
        return site;
    }

    /// <summary>Starts another process of the app on the same database.</summary>
    /// <returns>Where it is.</returns>
    public async Task<Uri> AddPortalAsync(bool trusts = true)
    {
        var portal = await PortalProcess.StartAsync(
            _assembly,
            _data.FullName,
            Sandbox.Settings.Append(KeyValuePair.Create("Kestrel:Certificates:Default:Path", (string?)_certificate.KeyFile)),
            trusts ? [KeyValuePair.Create("SSL_CERT_FILE", _certificate.TrustFile)] : [],
            Uri.UriSchemeHttps);
        _portals.Add(portal);
        return portal.Address;
    }

    /// <summary>A browser that trusts the certificate.</summary>
    /// <param name="portal">The process that it visits; the first where none is named.</param>
    public Browser NewBrowser(Uri? portal = null) => new(portal ?? Address, _certificate.Certificate);

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in _portals)
            portal.Dispose();
        await Sandbox.DisposeAsync();
        _certificate.Dispose();
        _data.Delete(recursive: true);
    }
}
