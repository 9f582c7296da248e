using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Dashboard.Testing;

/// <summary>A throw-away certificate for the key ring: in the environment Production the app insists on one.</summary>
public static class KeyRingCertificate
{
    /// <summary>What it is called in a data directory.</summary>
    public const string File = "ring.pfx";

    /// <summary>Puts a new one into a data directory.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="name">What to call it there.</param>
    public static void WriteTo(string directory, string name = File)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=dashboard", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        System.IO.File.WriteAllBytes(Path.Combine(directory, name), certificate.Export(X509ContentType.Pkcs12));
    }
}
