using System.Runtime.CompilerServices;

namespace Dashboard.Web.Tests;

/// <summary>What the build of these tests has built with them.</summary>
internal static class Built
{
    /// <summary>The app, to be started as a process of its own.</summary>
    public static string App { get; } = Path.GetFullPath(
        $"../../src/Dashboard.Web/{Path.GetRelativePath(Path.GetDirectoryName(SourceFile())!, AppContext.BaseDirectory)}/Dashboard.Web.dll", Path.GetDirectoryName(SourceFile())!);

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
