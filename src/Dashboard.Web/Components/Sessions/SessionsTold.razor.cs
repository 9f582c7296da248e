using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Sessions;

/// <summary>How ending sessions went.</summary>
public sealed partial class SessionsTold : ComponentBase
{
    /// <summary>A <see cref="SessionsOutcome"/> by its name; anything else says nothing.</summary>
    [Parameter, EditorRequired]
    public string? Outcome { get; set; }

    private string? Text => Enum.TryParse<SessionsOutcome>(Outcome, out var outcome) ? outcome switch
    {
        SessionsOutcome.Ended => "The session is ended. Its open pages close within half a minute.",
        SessionsOutcome.OthersEnded => "All other sessions are ended. Their open pages close within half a minute.",
        SessionsOutcome.PersonEnded => "All sessions of that person are ended. Their open pages close within half a minute.",
        _ => "There was nothing left to end: it was over already.",
    } : null;
}
