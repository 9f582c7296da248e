using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Web.Hosting;

/// <summary>The keys that seal tokens and cookies: on disk, under a certificate outside Development.</summary>
internal static class KeyRing
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var dashboard = configuration.GetSection("Dashboard").Get<DashboardOptions>() ?? new DashboardOptions();
        var ring = configuration.GetSection("DataProtection").Get<KeyRingOptions>() ?? new KeyRingOptions();
        // A fixed name: the ring must open whichever directory the app runs from.
        var protection = services.AddDataProtection().SetApplicationName("make-notifications-dashboard")
            .PersistKeysToFileSystem(new DirectoryInfo(dashboard.PathTo(ring.KeyDirectory)));
        if (ring.CertificatePath.Length > 0)
            protection.ProtectKeysWithCertificate(LoadCertificate(ring.CertificatePath, ring.CertificatePassword, dashboard));
        if (ring.PreviousCertificates.Count > 0)
            protection.UnprotectKeysWithAnyCertificate([.. ring.PreviousCertificates.Select(previous => LoadCertificate(previous.Path, previous.Password, dashboard))]);
        return services;
    }

    /// <summary>A certificate with its key; a relative path is resolved in the data directory.</summary>
    public static X509Certificate2 LoadCertificate(string path, string password, DashboardOptions dashboard) =>
        X509CertificateLoader.LoadPkcs12FromFile(dashboard.PathTo(path), password);
}
