namespace Dashboard.Web.Inbox.Query;

/// <summary>What could stand at the caret.</summary>
/// <param name="Insert">The text to put in.</param>
/// <param name="Label">What it means, for people.</param>
/// <param name="Count">Rows that have the value; <see langword="null"/> where that is not counted.</param>
/// <param name="Start">Where the text goes in.</param>
/// <param name="Length">How many characters from there it replaces.</param>
public sealed record Suggestion(string Insert, string Label, int? Count, int Start, int Length)
{
    /// <summary>The whole text with the suggestion taken.</summary>
    public string ApplyTo(string text) => string.Concat(text.AsSpan(0, Start), Insert, text.AsSpan(Start + Length));
}
