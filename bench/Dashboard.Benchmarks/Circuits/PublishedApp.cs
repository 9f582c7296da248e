using System.Diagnostics;
using System.Runtime.CompilerServices;
using Dashboard.Testing;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>The app as it is deployed: published in Release, once, to a directory that goes with this object.</summary>
internal sealed class PublishedApp : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dashboard-benchmark-");

    private PublishedApp()
    {
    }

    /// <summary>What to start.</summary>
    public string Assembly => Path.Combine(_root.FullName, "app", "Dashboard.Web.dll");

    public static async Task<PublishedApp> PublishAsync()
    {
        var app = new PublishedApp();
        try
        {
            await app.WriteAsync();
            return app;
        }
        catch
        {
            app.Dispose();
            throw;
        }
    }

    /// <summary>
    /// An empty data directory with a throw-away certificate for the key ring: the app runs in the environment Production, where it insists on one.
    /// </summary>
    public DirectoryInfo NewData()
    {
        var data = _root.CreateSubdirectory(Guid.NewGuid().ToString("N"));
        KeyRingCertificate.WriteTo(data.FullName);
        return data;
    }

    public void Dispose() => _root.Delete(recursive: true);

    private async Task WriteAsync()
    {
        var source = Path.GetFullPath("../../../src/Dashboard.Web", Path.GetDirectoryName(SourceFile())!);
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", source, "--configuration", "Release", "--output", Path.GetDirectoryName(Assembly)!, "--artifacts-path", Path.Combine(_root.FullName, "artifacts"),
            // No server stays behind, and the analyzers have run in the ordinary build.
            "--disable-build-servers", "-p:RunAnalyzers=false", "--nologo",
        ])
        { RedirectStandardOutput = true })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException(output);
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
