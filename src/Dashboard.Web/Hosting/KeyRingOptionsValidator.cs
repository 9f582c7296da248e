using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class KeyRingOptionsValidator(IHostEnvironment environment, DashboardOptions dashboard) : IValidateOptions<KeyRingOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyRingOptions options)
    {
        var problems = new[] { DirectoryProblem(options), CertificateProblem(options) }.OfType<string>().ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private string? DirectoryProblem(KeyRingOptions options) => string.IsNullOrWhiteSpace(options.KeyDirectory)
        ? "DataProtection:KeyDirectory is empty: name the directory for the key ring."
        : UsableDirectory.Problem("DataProtection:KeyDirectory", options.KeyDirectory, dashboard.PathTo(options.KeyDirectory));

    private string? CertificateProblem(KeyRingOptions options)
    {
        if (options.CertificatePath.Length == 0)
            return environment.IsDevelopment() ? null : "DataProtection:CertificatePath is empty: outside Development a PKCS#12 (.pfx) file must protect the key ring.";
        var path = dashboard.PathTo(options.CertificatePath);
        if (!File.Exists(path))
            return $"DataProtection:CertificatePath '{options.CertificatePath}' is not a file ({path}): name a PKCS#12 (.pfx) file.";
        try
        {
            using var certificate = KeyRing.LoadCertificate(options, dashboard);
            return certificate.HasPrivateKey ? null : $"DataProtection:CertificatePath '{options.CertificatePath}' holds no private key: export the certificate with its key.";
        }
        catch (CryptographicException)
        {
            return $"DataProtection:CertificatePath '{options.CertificatePath}' can't be opened: check that it is a PKCS#12 (.pfx) file and that DataProtection:CertificatePassword is its password.";
        }
    }
}
