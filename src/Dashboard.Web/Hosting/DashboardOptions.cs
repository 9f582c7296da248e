namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Dashboard</c>.</summary>
public sealed class DashboardOptions
{
    /// <summary>Where the database and the key ring live; a relative path is resolved beside the app, never in the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>A path in the data directory, whichever directory the app was started from.</summary>
    public string PathTo(string relative) =>
        Path.GetFullPath(relative, Path.GetFullPath(DataDirectory, AppContext.BaseDirectory));
}
