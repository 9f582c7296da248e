using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Dashboard.Testing;

/// <summary>The app as a process of its own, in the environment Production, on a data directory that outlives it.</summary>
public sealed partial class PortalProcess : IDisposable
{
    private PortalProcess(ServerProcess server, Uri address) => (Server, Address) = (server, address);

    public ServerProcess Server { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, and answers once it listens.</summary>
    /// <param name="assembly">Its .dll.</param>
    /// <param name="data">A directory with a <see cref="KeyRingCertificate"/>.</param>
    /// <param name="settings">By key, with colons.</param>
    /// <param name="environment">Variables for its runtime.</param>
    /// <param name="scheme"><c>http</c>, or <c>https</c> with a certificate among the settings.</param>
    /// <param name="listen">Hears each line that it writes after that.</param>
    public static async Task<PortalProcess> StartAsync(
        string assembly,
        string data,
        IEnumerable<KeyValuePair<string, string?>> settings,
        IEnumerable<KeyValuePair<string, string>> environment,
        string scheme = "http",
        Action<string>? listen = null)
    {
        // Chosen here, since the app is told the address people open.
        var address = new UriBuilder(scheme, "127.0.0.1", FreePort()).Uri;
        var (server, said) = await ServerProcess.StartAsync(
            assembly,
            [
                .. settings.Select(setting => KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value ?? "")),
                KeyValuePair.Create("ASPNETCORE_URLS", address.GetLeftPart(UriPartial.Authority)),
                KeyValuePair.Create("Dashboard__PublicAddress", address.GetLeftPart(UriPartial.Authority)),
                KeyValuePair.Create("Dashboard__DataDirectory", data),
                KeyValuePair.Create("DataProtection__CertificatePath", KeyRingCertificate.File),
                .. environment,
            ],
            Welcome().IsMatch,
            listen);
        return new PortalProcess(server, new Uri(Welcome().Match(said[^1]).Groups[1].Value));
    }

    public void Dispose() => Server.Dispose();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"The dashboard is at (http\S+)\. Next:")]
    private static partial Regex Welcome();
}
