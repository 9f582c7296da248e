using System.Text.RegularExpressions;

namespace Dashboard.Web.Inbox.Query;

/// <summary>
/// Regular expressions as people may write them: run without backtracking, so that time grows with the text and not with a power of it,
/// and bounded in length, size (the engine refuses automata above 10,000 nodes) and time.
/// </summary>
internal static class SubjectPattern
{
    public const int MaxLength = 200;

    /// <summary>For one subject.</summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>The expression, ready to run.</summary>
    /// <exception cref="RegexParseException">It is not one.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking, or is too large.</exception>
    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout);

    /// <summary>What is wrong with an expression and where in it, or <see langword="null"/>.</summary>
    public static (int Offset, string Message)? Problem(string pattern)
    {
        if (pattern.Length == 0)
            return (0, "between the slashes an expression is expected");
        if (pattern.Length > MaxLength)
            return (MaxLength, $"an expression may have {MaxLength} characters: make it shorter");
        try
        {
            Compile(pattern);
            return null;
        }
        catch (RegexParseException exception)
        {
            return (Math.Min(exception.Offset, pattern.Length), $"the expression is not complete or not right here ({Words(exception.Error)})");
        }
        catch (NotSupportedException exception)
        {
            return (0, exception.Message.Contains("automata", StringComparison.Ordinal)
                ? "the expression is too large: use smaller repetitions"
                : "looking ahead, looking behind, back references, atomic groups and conditions are not available here: take them out");
        }
    }

    /// <summary>"UnterminatedBracket" as "unterminated bracket".</summary>
    private static string Words(RegexParseError error) =>
        string.Concat(error.ToString().Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
}
