namespace Dashboard.Web.Tests;

/// <summary>Looks for what must not be on the disk.</summary>
internal static class Bytes
{
    /// <summary>Whether any file below the directory holds these bytes, the sandbox's own files aside.</summary>
    public static async Task<bool> AreInFilesAsync(string directory, byte[] wanted)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/sandbox/", StringComparison.Ordinal)))
        {
            // The database has the file open for writing.
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            if (content.ToArray().AsSpan().IndexOf(wanted) >= 0)
                return true;
        }

        return false;
    }
}
