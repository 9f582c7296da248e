using System.Globalization;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>What something may cost, and what it was measured to cost.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">What both figures are counted in, e.g. <c>ms</c>.</param>
/// <param name="Limit">The most it may cost, or the least that it must do.</param>
/// <param name="Measure">Finds out what it costs or does.</param>
/// <param name="IsLeast">Whether more is better.</param>
internal sealed record Budget(string Name, string Unit, double Limit, Func<double> Measure, bool IsLeast = false)
{
    /// <summary>The line to print, and whether the budget is kept.</summary>
    public (string Line, bool Kept) Check()
    {
        var measured = Measure();
        var kept = IsLeast ? measured >= Limit : measured <= Limit;
        var (sign, verdict) = IsLeast ? (">= ", "TOO LITTLE") : ("", "TOO MUCH");
        return (string.Create(CultureInfo.InvariantCulture, $"{Name}: {measured:0.##} {Unit} / {sign}{Limit:0.##} {Unit}{(kept ? "" : $"  {verdict}")}"), kept);
    }
}
