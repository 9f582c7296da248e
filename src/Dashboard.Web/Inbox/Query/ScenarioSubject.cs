namespace Dashboard.Web.Inbox.Query;

/// <summary>The subject Make gives to a failed run: <c>Encountered error in X scenario</c> (published sample of the list).</summary>
public static class ScenarioSubject
{
    private const string Before = "Encountered error in ";
    private const string After = " scenario";

    /// <summary>The name of the scenario in a subject; empty where the subject names none.</summary>
    public static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> subject) =>
        subject.Length > Before.Length + After.Length && subject.StartsWith(Before, StringComparison.Ordinal) && subject.EndsWith(After, StringComparison.Ordinal)
            ? subject[Before.Length..^After.Length]
            : [];
}
