using System.Globalization;
using System.Text;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>The small chart in the head of a group: one bar for each hour or day, the highest as high as the chart.</summary>
internal static class GroupBars
{
    /// <summary>The height of the chart in units of its path.</summary>
    public const int Height = 8;

    /// <summary>The bars as the path of an SVG: one upward line for each that is not empty.</summary>
    /// <param name="counts">The oldest first.</param>
    public static string Path(int[] counts)
    {
        var most = counts.Max();
        var path = new StringBuilder();
        foreach (var (place, count) in counts.Index())
        {
            // One of a thousand is still to be seen.
            if (count > 0) path.Append(CultureInfo.InvariantCulture, $"M{place} {Height}v-{Math.Max(1, (int)Math.Round((double)Height * count / most))}");
        }

        return path.ToString();
    }

    /// <summary>The chart in words.</summary>
    public static string Words(int[] counts, GroupSpan span)
    {
        var (time, unit) = span == GroupSpan.Day ? ("24 hours", "an hour") : ("14 days", "a day");
        return counts.Sum() is var all and > 0
            ? string.Create(CultureInfo.CurrentCulture, $"{all:N0} in the last {time}, at most {counts.Max():N0} {unit}")
            : $"None in the last {time}";
    }
}
