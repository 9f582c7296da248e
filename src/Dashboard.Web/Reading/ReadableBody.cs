namespace Dashboard.Web.Reading;

/// <summary>A notification's body, ready to be shown.</summary>
public sealed record ReadableBody
{
    /// <summary>Sanitized HTML for <see cref="MessageDocument"/>, with the portal's notes beside links; empty where <see cref="Shown"/> is text.</summary>
    public required string Html { get; init; }

    /// <summary>The body's words without markup, for copying; the source where it could not be read as HTML.</summary>
    public required string Text { get; init; }

    /// <summary>The body as Make sent it. Untrusted: it may only ever be shown escaped.</summary>
    public required string Source { get; init; }

    /// <summary>How the body is shown unless the viewer asks for text.</summary>
    public required BodyShape Shown { get; init; }

    /// <summary>What was left out, or why the body is shown as text; null when all is there.</summary>
    public required string? Notice { get; init; }

    /// <summary>The scenarios, organizations, teams and executions the body links to, in its order, each once.</summary>
    public required IReadOnlyList<NotificationPart> Parts { get; init; }

    /// <summary>The error details: the body's lines of code, as plain text.</summary>
    public required IReadOnlyList<string> Details { get; init; }
}
