namespace Dashboard.Benchmarks.Circuits;

/// <summary>The median: what one outlier does not move.</summary>
internal static class Middle
{
    public static double Of(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}
