using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class KeyRingOptionsValidator(IHostEnvironment environment, DashboardOptions dashboard) : IValidateOptions<KeyRingOptions>
{
    public ValidateOptionsResult Validate(string? name, KeyRingOptions options)
    {
        string[] problems =
        [
            .. new[] { DirectoryProblem(options), CertificateProblem(options) }.OfType<string>(),
            .. options.PreviousCertificates.Select((previous, index) =>
                FileProblem($"DataProtection:PreviousCertificates:{index}:Path", $"DataProtection:PreviousCertificates:{index}:Password", previous.Path, previous.Password)).OfType<string>(),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private string? DirectoryProblem(KeyRingOptions options) => string.IsNullOrWhiteSpace(options.KeyDirectory)
        ? "DataProtection:KeyDirectory is empty: name the directory for the key ring."
        : UsableDirectory.Problem("DataProtection:KeyDirectory", options.KeyDirectory, dashboard.PathTo(options.KeyDirectory));

    private string? CertificateProblem(KeyRingOptions options)
    {
        if (options.CertificatePath.Length == 0)
            return environment.IsDevelopment() ? null : "DataProtection:CertificatePath is empty: outside Development a PKCS#12 (.pfx) file must protect the key ring.";
        return FileProblem("DataProtection:CertificatePath", "DataProtection:CertificatePassword", options.CertificatePath, options.CertificatePassword);
    }

    private string? FileProblem(string key, string passwordKey, string file, string password)
    {
        var path = dashboard.PathTo(file);
        if (!File.Exists(path))
            return $"{key} '{file}' is not a file ({path}): name a PKCS#12 (.pfx) file.";
        try
        {
            using var certificate = KeyRing.LoadCertificate(file, password, dashboard);
            return certificate.HasPrivateKey ? null : $"{key} '{file}' holds no private key: export the certificate with its key.";
        }
        catch (CryptographicException)
        {
            return $"{key} '{file}' can't be opened: check that it is a PKCS#12 (.pfx) file and that {passwordKey} is its password.";
        }
    }
}
