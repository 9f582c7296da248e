using System.Globalization;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>What something may cost, and what it was measured to cost.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">What both figures are counted in, e.g. <c>ms</c>.</param>
/// <param name="Limit">The most it may cost.</param>
/// <param name="Measure">Finds out what it costs.</param>
internal sealed record Budget(string Name, string Unit, double Limit, Func<double> Measure)
{
    /// <summary>The line to print, and whether the budget is kept.</summary>
    public (string Line, bool Kept) Check()
    {
        var measured = Measure();
        var kept = measured <= Limit;
        return (string.Create(CultureInfo.InvariantCulture, $"{Name}: {measured:0.##} {Unit} / {Limit:0.##} {Unit}{(kept ? "" : "  TOO MUCH")}"), kept);
    }
}
