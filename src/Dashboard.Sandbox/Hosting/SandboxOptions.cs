using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.OAuth;

namespace Dashboard.Sandbox.Hosting;

/// <summary>The section <c>Sandbox</c>.</summary>
public sealed record SandboxOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Sandbox";

    /// <summary>Whether the web app starts the sandbox with it; has no effect on a sandbox that runs alone.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The port on loopback, 0 for any free one.</summary>
    public int Port { get; init; } = 5090;

    /// <summary>A PKCS#12 file whose certificate the sandbox serves https with; empty for plain http. A relative path counts from the assembly.</summary>
    public string CertificatePath { get; init; } = "";

    /// <summary>The password of that file; empty when it has none.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>Where the sign-in provider keeps its keys. A relative path counts from the assembly.</summary>
    public string DataDirectory { get; init; } = "sandbox-data";

    /// <summary>The same seed gives the same data.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Notifications per account, over all its zones: 0 to 1,000,000.</summary>
    public int Notifications { get; init; } = 10_000;

    /// <summary>How many more people the first company has, each with an account and a token of their own, in the same organizations: 0 to 99.</summary>
    public int Colleagues { get; init; }

    /// <summary>How many of the four zones there are: 1 to 4.</summary>
    public int Zones { get; init; } = 4;

    /// <summary>New notifications per minute, over all organizations: 0 (none) to 6,000.</summary>
    public int ArrivalsPerMinute { get; init; } = 6;

    /// <summary>Requests an organization may make per minute, 1 to 1,000,000; also its published <c>license.apiLimit</c>.</summary>
    public int RequestsPerMinute { get; init; } = 240;

    /// <summary>How long OAuth codes and tokens live.</summary>
    public OAuthOptions OAuth { get; init; } = new();

    /// <summary>Failures to come.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Behaviours that Make does not publish.</summary>
    public UndocumentedOptions Undocumented { get; init; } = new();

    /// <summary>How the sandbox is reached.</summary>
    internal string Scheme => CertificatePath.Length > 0 ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;

    /// <summary>The certificate for https; <see langword="null"/> for plain http.</summary>
    /// <exception cref="CryptographicException">It can't be opened.</exception>
    internal X509Certificate2? LoadCertificate() =>
        CertificatePath.Length == 0 ? null : X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(AppContext.BaseDirectory, CertificatePath), CertificatePassword);

    /// <summary>Reads the section.</summary>
    /// <exception cref="SandboxStartException">A key is unknown or has a value of the wrong kind; the message names it.</exception>
    internal static SandboxOptions From(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(Section).Get<SandboxOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new();
        }
        catch (InvalidOperationException error)
        {
            throw new SandboxStartException($"The section {Section} cannot be read. {error.Message}", error);
        }
    }

    /// <summary>Checks every value, and that the port is free before anything is built on it.</summary>
    /// <exception cref="SandboxStartException">Lists every problem by key.</exception>
    internal void Validate()
    {
        var problems = Problems().Select(problem => $"{Section}:{problem}").ToArray();
        if (problems.Length > 0)
            throw new SandboxStartException(string.Join(Environment.NewLine, problems));
        if (Port == 0)
            return;

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
        }
        catch (SocketException error)
        {
            throw new SandboxStartException($"{Section}:{nameof(Port)} is {Port}, and the sandbox cannot listen there: {error.Message}. Stop what does, or choose another port.", error);
        }
    }

    private IEnumerable<string> Problems()
    {
        if (Port is < 0 or > 65_535)
            yield return $"{nameof(Port)} must lie between 0 and 65535.";
        if (string.IsNullOrWhiteSpace(DataDirectory))
            yield return $"{nameof(DataDirectory)} must name a directory.";
        if (CertificateProblem() is { } problem)
            yield return problem;
        if (Notifications is < 0 or > 1_000_000)
            yield return $"{nameof(Notifications)} must lie between 0 and 1000000.";
        if (Colleagues is < 0 or > DemoAccounts.MostColleagues)
            yield return $"{nameof(Colleagues)} must lie between 0 and {DemoAccounts.MostColleagues}.";
        if (Zones < 1 || Zones > Zone.All.Count)
            yield return $"{nameof(Zones)} must lie between 1 and {Zone.All.Count}.";
        if (ArrivalsPerMinute is < 0 or > 6_000)
            yield return $"{nameof(ArrivalsPerMinute)} must lie between 0 and 6000.";
        if (RequestsPerMinute is < 1 or > 1_000_000)
            yield return $"{nameof(RequestsPerMinute)} must lie between 1 and 1000000.";
        foreach (var (place, fault) in Faults.Index())
        {
            foreach (var faulty in fault.Problems())
                yield return $"{nameof(Faults)}:{place}:{faulty}";
        }

        foreach (var granting in OAuth.Problems())
            yield return $"{nameof(OAuth)}:{granting}";
        foreach (var undocumented in Undocumented.Problems())
            yield return $"{nameof(Undocumented)}:{undocumented}";
    }

    private string? CertificateProblem()
    {
        try
        {
            using var certificate = LoadCertificate();
            return certificate is null or { HasPrivateKey: true } ? null : $"{nameof(CertificatePath)} must name a file that holds the private key, too.";
        }
        catch (CryptographicException error)
        {
            return $"{nameof(CertificatePath)} '{CertificatePath}' cannot be opened as a PKCS#12 file with {nameof(CertificatePassword)}: {error.Message}";
        }
    }
}
