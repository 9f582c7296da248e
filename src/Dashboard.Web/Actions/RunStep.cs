using System.Diagnostics;

namespace Dashboard.Web.Actions;

/// <summary>A step of carrying an action out, for whoever traces the app. It begins when the step really does.</summary>
/// <param name="name">What is done.</param>
/// <param name="parent">The step it belongs to, as <see cref="NotificationAction.Trace"/> has it; the one that is under way where it is left out.</param>
internal sealed class RunStep(string name, string? parent = null) : IDisposable
{
    /// <summary>Names the steps of an action in a trace; what is asked of Make for one hangs below.</summary>
    public const string SourceName = "Dashboard.Actions";

    private static readonly ActivitySource Source = new(SourceName);

    private Activity? _activity;

    public RunStep Begin()
    {
        _activity = Source.StartActivity(name, ActivityKind.Internal, parent);
        return this;
    }

    public void Dispose() => _activity?.Dispose();
}
