using System.Globalization;
using System.Text;
using Dashboard.Web.Inbox.Overview;

namespace Dashboard.Web.Components.Overview;

/// <summary>The bars of an overview: one path for each series, so that a chart of any number of bars is a handful of elements.</summary>
internal static class OverviewChart
{
    /// <summary>The height of the highest bar in units of the paths; a bucket is <see cref="Width"/> wide.</summary>
    public const int Height = 100;

    public const int Width = 10;

    private const int Gap = 2;

    /// <summary>The stacked bars, series by series, the first at the bottom.</summary>
    public static IReadOnlyList<string> Paths(InboxOverview figures)
    {
        var most = Math.Max(1, figures.Buckets.Max(bucket => bucket.Counts.Sum()));
        return [.. Enumerable.Range(0, figures.Series.Count).Select(series => Path(figures.Buckets, series, most))];
    }

    private static string Path(IReadOnlyList<OverviewBucket> buckets, int series, int most)
    {
        var path = new StringBuilder();
        foreach (var (place, bucket) in buckets.Index())
        {
            if (bucket.Counts[series] == 0)
                continue;
            var below = bucket.Counts.Take(series).Sum();
            var (bottom, top) = (Height - Scaled(below, most), Height - Scaled(below + bucket.Counts[series], most));
            path.Append(CultureInfo.InvariantCulture, $"M{(place * Width) + 1} {bottom:0.#}V{top:0.#}h{Width - Gap}V{bottom:0.#}z");
        }

        return path.ToString();
    }

    private static double Scaled(int count, int most) => (double)Height * count / most;
}
