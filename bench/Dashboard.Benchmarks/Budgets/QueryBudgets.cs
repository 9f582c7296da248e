using Dashboard.Benchmarks.Data;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>What finding rows may cost. Nothing is remembered from one run to the next: every subject is asked anew.</summary>
internal static class QueryBudgets
{
    /// <param name="repeated">1,000,000 rows with 1,000 distinct subjects.</param>
    /// <param name="distinct">1,000,000 rows with a subject of its own each.</param>
    public static IEnumerable<Budget> All(Lazy<SyntheticInbox> repeated, Lazy<SyntheticInbox> distinct)
    {
        yield return Filter("text filter", 10, repeated, "timeout");
        yield return Filter("text filter, regular expression", 10, repeated, "/time.?out/");
        foreach (var structured in new[] { "zone:eu1", "type:1", "is:unread", "is:done", "is:open", "id:500000", "created:>=2026-11-01", "created:2026-11-01..2026-11-05", "age:<2h", "scenario:\"Scenario 7\"" })
            yield return Filter("structured filter", 10, repeated, structured);
        yield return Filter("three terms", 25, repeated, "timeout OR limit OR -scenario");
        yield return Filter("three terms", 25, repeated, "timeout OR is:unread OR -type:1");
        yield return Filter("three terms", 25, repeated, "-(is:unread OR created:>=2026-11-01 OR zone:eu1)");

        yield return Filter("text filter, every subject different", 200, distinct, "timeout");
        yield return Filter("scenario filter, every subject different", 200, distinct, "scenario:\"Scenario 7\"");
    }

    private static Budget Filter(string name, double limit, Lazy<SyntheticInbox> rows, string query) =>
        QueryText.TryParse(query, out var condition, out var error)
            ? new Budget($"{name}, 1,000,000 rows, {query}", "ms", limit, () => rows.Value is var found ? CpuTime.Median(() => found.Find(condition, new SubjectMatches(TimeProvider.System))) : 0)
            : throw new ArgumentException(error.ToString(), nameof(query));
}
