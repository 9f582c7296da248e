namespace Dashboard.Web.Hosting;

/// <summary>A certificate that the key ring was encrypted with before.</summary>
public sealed class KeyRingCertificate
{
    /// <summary>A PKCS#12 file; a relative path is resolved in the data directory.</summary>
    public string Path { get; set; } = "";

    /// <summary>The password of that file; empty when it has none.</summary>
    public string Password { get; set; } = "";
}
