namespace Dashboard.Web.Reading;

/// <summary>What a sanitizer made of a body.</summary>
/// <param name="Html">HTML that is safe to show, with a note beside each link that leaves Make (<see cref="LinkNotes"/>); empty where the body can only be shown as text.</param>
/// <param name="Shown">How the body is to be shown.</param>
/// <param name="Notice">What was left out, or why the body is shown as text, in words for the person who reads it; null when all is there.</param>
public sealed record SanitizedBody(string Html, BodyShape Shown, string? Notice);
