namespace Dashboard.Web.Hosting;

/// <summary>Makes sure that a configured directory is there.</summary>
internal static class UsableDirectory
{
    /// <summary>Creates it, readable for this user alone.</summary>
    /// <returns>Why that did not work, by its key; <see langword="null"/> when it is there.</returns>
    public static string? Problem(string key, string configured, string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return $"{key} '{configured}' can't be created or used: {refused.Message}";
        }
    }
}
