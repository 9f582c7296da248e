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
            await Publishing.IntoAsync(app._root);
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
}
