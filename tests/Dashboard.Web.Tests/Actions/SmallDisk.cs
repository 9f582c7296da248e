using System.Diagnostics;

namespace Dashboard.Web.Tests.Actions;

/// <summary>A file system of a few megabytes in memory, for the app's data. Only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 8;

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("dashboard-disk-");

    private SmallDisk()
    {
    }

    public string Path => _place.FullName;

    /// <summary>Has the app keep its data here.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Dashboard:DataDirectory"] = Path };

    private string Filler => System.IO.Path.Combine(Path, "filler");

    public static SmallDisk Mount()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root on Linux can mount a small disk.");
        var disk = new SmallDisk();
        Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", disk.Path);
        return disk;
    }

    /// <summary>Leaves no room at all.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        _place.Delete();
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
