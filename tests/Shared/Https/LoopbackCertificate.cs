using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dashboard.Testing;

/// <summary>A throw-away certificate for https on loopback, as files: with its key for servers, without for whoever is to trust it.</summary>
public sealed class LoopbackCertificate : IDisposable
{
    private LoopbackCertificate(string directory, X509Certificate2 certificate) => (Directory, Certificate) = (directory, certificate);

    /// <summary>A host that the certificate is good for, too: some rules leave loopback out.</summary>
    public const string PublicName = "portal.example";

    /// <summary>The certificate with its key, as PKCS#12.</summary>
    public string KeyFile => Path.Combine(Directory, "loopback.pfx");

    /// <summary>The certificate alone, as PEM: what <c>SSL_CERT_FILE</c> names.</summary>
    public string TrustFile => Path.Combine(Directory, "loopback.pem");

    /// <summary>The certificate.</summary>
    public X509Certificate2 Certificate { get; }

    private string Directory { get; }

    /// <summary>Puts a new one into a directory.</summary>
    public static LoopbackCertificate WriteTo(string directory)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        names.AddDnsName(PublicName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(1));
        var written = new LoopbackCertificate(directory, certificate);
        File.WriteAllBytes(written.KeyFile, certificate.Export(X509ContentType.Pkcs12));
        File.WriteAllText(written.TrustFile, certificate.ExportCertificatePem());
        return written;
    }

    public void Dispose() => Certificate.Dispose();
}
