using System.Globalization;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Why a text can't be read, and what to do.</summary>
/// <param name="Position">Where it stops making sense: 0 for the first character, the text's length at its end.</param>
/// <param name="Length">How many characters are meant; 0 where something is missing.</param>
/// <param name="Message">What is expected, in plain words without a full stop.</param>
public sealed record QueryError(int Position, int Length, string Message)
{
    /// <summary>The error as a person reads it; positions are counted from 1.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Position {Position + 1}: {Message}");
}
