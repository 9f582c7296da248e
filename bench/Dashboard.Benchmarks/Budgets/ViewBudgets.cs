using Dashboard.Benchmarks.Data;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Overview;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>What sorting and grouping may cost. Each run but that of the next direction has a snapshot over which nothing was worked out yet.</summary>
internal static class ViewBudgets
{
    private const int Rows = 1_000_000;

    /// <param name="inbox">1,000,000 rows with 1,000 distinct subjects.</param>
    /// <param name="distinct">1,000,000 rows with a subject of its own each.</param>
    public static IEnumerable<Budget> All(Lazy<SyntheticInbox> inbox, Lazy<SyntheticInbox> distinct)
    {
        foreach (var column in Enum.GetNames<InboxColumn>().Select(name => name.ToLowerInvariant()))
        {
            yield return new Budget($"first sort by {column}, 1,000,000 rows of four zones", "ms", 100, () => CpuTime.Median(() => inbox.Value.Fresh().View($"-{column}")));
            yield return new Budget($"next direction of the sort by {column}, with its middle rows", "ms", 2, () => NextDirection(inbox.Value.Snapshot, column));
        }

        foreach (var sort in new[] { "-created", "subject" })
        {
            yield return new Budget($"group by failure, 1,000,000 rows sorted by {sort}", "ms", 60, () => CpuTime.Median(() => Sorted(inbox.Value.Fresh(), sort), rows => rows.Snapshot.View(sort, "failure"), warmUps: 40, runs: 15));
            // An address may ask for both at once.
            yield return new Budget($"group by failure, with its first sort by {sort}, 1,000,000 rows", "ms", 160, () => CpuTime.Median(() => inbox.Value.Fresh().View(sort, "failure")));
        }

        yield return new Budget("first sort by subject, every subject different, 1,000,000 rows", "ms", 1_000, () => CpuTime.Median(distinct.Value.FreshSubjects, snapshot => snapshot.View("subject"), warmUps: 4, runs: 5));
        foreach (var by in Enum.GetValues<OverviewBy>())
            yield return new Budget($"overview by {by.ToString().ToLowerInvariant()}, 1,000,000 rows", "ms", 60, () => CpuTime.Median(() => Overview(inbox.Value.Fresh(), by)));
    }

    /// <summary>A snapshot, and the view of it that the list shows before the person groups it.</summary>
    private static (InboxSnapshot Snapshot, IInboxView Shown) Sorted(InboxSnapshot snapshot, string sort) => (snapshot, snapshot.View(sort));

    private static double NextDirection(InboxSnapshot snapshot, string column)
    {
        var view = snapshot.View($"-{column}");
        var median = CpuTime.Median(() =>
        {
            var turned = snapshot.View(column);
            return Enumerable.Range(Rows / 2, 100).Sum(position => turned[position].Type);
        });
        GC.KeepAlive(view);
        return median;
    }

    private static InboxOverview Overview(InboxSnapshot snapshot, OverviewBy by) =>
        snapshot.Overview(new InboxQuery(), by, OverviewSpan.TwoMonths, SyntheticInbox.Now, TimeZoneInfo.Utc, CancellationToken.None);
}
