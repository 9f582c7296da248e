using System.Diagnostics;

namespace Dashboard.Web.Actions;

/// <summary>A step of carrying an action out, for whoever traces the app. It begins when the step really does.</summary>
internal sealed class RunStep(string name) : IDisposable
{
    private static readonly ActivitySource Source = new("Dashboard.Actions");

    private Activity? _activity;

    public RunStep Begin()
    {
        _activity = Source.StartActivity(name);
        return this;
    }

    public void Dispose() => _activity?.Dispose();
}
