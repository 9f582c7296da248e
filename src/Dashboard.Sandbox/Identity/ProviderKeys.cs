using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Sandbox.Identity;

/// <summary>The provider's keys, kept as files so that a restart breaks neither a session nor a sign-in under way.</summary>
internal sealed class ProviderKeys
{
    private const int KeyBits = 2048;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public ProviderKeys(string directory)
    {
        Directory.CreateDirectory(directory);
        Signing = Load(Path.Combine(directory, "signing.pem"));
        Encryption = Load(Path.Combine(directory, "encryption.pem"));
        Cookies = Directory.CreateDirectory(Path.Combine(directory, "cookies"));
    }

    /// <summary>Signs the id tokens.</summary>
    public RsaSecurityKey Signing { get; }

    /// <summary>Seals the authorization codes.</summary>
    public RsaSecurityKey Encryption { get; }

    /// <summary>Where the key ring of the sign-in cookie lives.</summary>
    public DirectoryInfo Cookies { get; }

    private static RsaSecurityKey Load(string path)
    {
        if (!File.Exists(path))
            Create(path);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(path));
        var parameters = rsa.ExportParameters(includePrivateParameters: true);
        return new(parameters) { KeyId = Convert.ToHexStringLower(SHA256.HashData(parameters.Modulus!).AsSpan(0, 10)) };
    }

    /// <summary>Writes a new key under another name first: of two sandboxes that start together, both end with the same whole file.</summary>
    private static void Create(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var rsa = RSA.Create(KeyBits))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using var writer = new StreamWriter(draft, options);
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
