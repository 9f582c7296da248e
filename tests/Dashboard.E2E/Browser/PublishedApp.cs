using Dashboard.Testing;

namespace Dashboard.E2E.Browser;

/// <summary>The app as it is deployed, published once for the tests of a class.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dashboard-publish-");

    /// <summary>What to start.</summary>
    public string Assembly { get; private set; } = "";

    public async ValueTask InitializeAsync() => Assembly = await Publishing.IntoAsync(_root);

    public ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
