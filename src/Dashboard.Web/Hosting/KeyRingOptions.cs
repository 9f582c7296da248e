namespace Dashboard.Web.Hosting;

/// <summary>Section <c>DataProtection</c>: where the keys are that seal tokens and cookies, and what protects them.</summary>
public sealed class KeyRingOptions
{
    /// <summary>Directory of the key ring; a relative path is resolved in the data directory.</summary>
    public string KeyDirectory { get; set; } = "keys";

    /// <summary>A PKCS#12 file whose certificate encrypts the key ring; required outside Development. A relative path is resolved in the data directory.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>The password of that file; empty when it has none.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Certificates that were in use before: they open the keys they encrypted, and encrypt no new ones. Removed too early, what those keys sealed is lost.</summary>
    public IList<KeyRingCertificate> PreviousCertificates { get; } = [];
}
