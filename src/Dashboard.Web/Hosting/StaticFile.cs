namespace Dashboard.Web.Hosting;

/// <summary>Marks the endpoints of files that are the same for everybody: not counted, and kept by browsers.</summary>
internal sealed class StaticFile
{
    public static StaticFile Mark { get; } = new();

    private StaticFile()
    {
    }

    public static bool IsAsked(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticFile>() is not null;
}
