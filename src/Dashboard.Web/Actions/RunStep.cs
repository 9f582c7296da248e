using System.Diagnostics;

namespace Dashboard.Web.Actions;

/// <summary>A step of carrying an action out, for whoever traces the app. It begins when the step really does.</summary>
internal sealed class RunStep(string name) : IDisposable
{
    /// <summary>Names the steps of an action in a trace; what is asked of Make for one hangs below.</summary>
    public const string SourceName = "Dashboard.Actions";

    private static readonly ActivitySource Source = new(SourceName);

    private Activity? _activity;

    public RunStep Begin()
    {
        _activity = Source.StartActivity(name);
        return this;
    }

    public void Dispose() => _activity?.Dispose();
}
