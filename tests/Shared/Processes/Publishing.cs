using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Dashboard.Testing;

/// <summary>Publishes the app as it is deployed: in Release, with intermediate files of its own.</summary>
public static class Publishing
{
    /// <summary>Publishes it into <c>app</c> of an empty directory.</summary>
    /// <returns>The .dll to start.</returns>
    public static async Task<string> IntoAsync(DirectoryInfo root)
    {
        var app = Path.Combine(root.FullName, "app");
        var source = Path.GetFullPath("../../../src/Dashboard.Web", Path.GetDirectoryName(SourceFile())!);
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", source, "--configuration", "Release", "--output", app, "--artifacts-path", Path.Combine(root.FullName, "artifacts"),
            // No server stays behind, and the analyzers have run in the ordinary build.
            "--disable-build-servers", "-p:RunAnalyzers=false", "--nologo",
        ])
        { RedirectStandardOutput = true })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(app, "Dashboard.Web.dll") : throw new InvalidOperationException(output);
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
