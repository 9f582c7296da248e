using Dashboard.Benchmarks.Data;
using Dashboard.Benchmarks.Pages;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>Every budget, one line each: <c>name: measured / budget</c>.</summary>
internal static class BudgetReport
{
    private const int Rows = 1_000_000;

    /// <summary>Measures and prints them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="words">Only those whose names hold one of these; none for all.</param>
    /// <returns>0 where all are kept, else 1: the process's exit code.</returns>
    public static int Print(TextWriter output, string[] words)
    {
        var allKept = true;
        foreach (var budget in All().Where(budget => words.Length == 0 || words.Any(word => budget.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            var (line, kept) = budget.Check();
            output.WriteLine(line);
            allKept &= kept;
        }

        return allKept ? 0 : 1;
    }

    private static IEnumerable<Budget> All()
    {
        var repeated = new Lazy<SyntheticInbox>(() => new SyntheticInbox(Rows, subjects: 1_000));
        var distinct = new Lazy<SyntheticInbox>(() => new SyntheticInbox(Rows, subjects: Rows));
        return [.. QueryBudgets.All(repeated, distinct), .. ViewBudgets.All(repeated, distinct), .. SnapshotBudgets.All(), .. MarkBudgets.All(), .. ExportBudgets.All(), .. PageBudgets.All()];
    }
}
