using Dashboard.Benchmarks.Pages;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>Every budget, one line each: <c>name: measured / budget</c>.</summary>
internal static class BudgetReport
{
    /// <summary>Measures and prints them all.</summary>
    /// <returns>0 where all are kept, else 1: the process's exit code.</returns>
    public static int Print(TextWriter output)
    {
        var allKept = true;
        foreach (var budget in QueryBudgets.All().Concat(ExportBudgets.All()).Concat(PageBudgets.All()))
        {
            var (line, kept) = budget.Check();
            output.WriteLine(line);
            allKept &= kept;
        }

        return allKept ? 0 : 1;
    }
}
