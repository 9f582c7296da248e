namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Dashboard</c>.</summary>
public sealed class DashboardOptions
{
    /// <summary>Where the database and the key ring live; a relative path is resolved beside the app, never in the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>The address people open, such as <c>https://notifications.example.com</c>: https, or http on loopback. Not needed where it is https.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>A path in the data directory, whichever directory the app was started from.</summary>
    public string PathTo(string relative) =>
        Path.GetFullPath(relative, Path.GetFullPath(DataDirectory, AppContext.BaseDirectory));

    /// <summary>Whether browsers reach the app by https: as the address says, else always but in Development.</summary>
    public bool IsServedByHttps(IHostEnvironment environment) => PublicAddress is { } address ? address.Scheme == Uri.UriSchemeHttps : !environment.IsDevelopment();
}
