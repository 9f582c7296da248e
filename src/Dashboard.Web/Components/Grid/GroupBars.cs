using System.Globalization;
using System.Text;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>The small chart in the head of a group: one bar for each hour or day, the highest as high as the chart.</summary>
internal static class GroupBars
{
    /// <summary>The height of the chart in units of its path.</summary>
    public const int Height = 8;

    /// <summary>The bars as the path of an SVG: their outline, since a scroll jump sends it for every group and it is the shortest there is.</summary>
    /// <param name="counts">The oldest first.</param>
    public static string Path(int[] counts)
    {
        var most = counts.Max();
        if (most == 0) return "";
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M0 {Height}");
        for (int first = 0, next; first < counts.Length; first = next)
        {
            var top = Top(counts[first], most);
            for (next = first + 1; next < counts.Length && Top(counts[next], most) == top;)
                next++;
            path.Append(CultureInfo.InvariantCulture, $"V{top}h{next - first}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"V{Height}").ToString();
    }

    /// <summary>The chart in words.</summary>
    public static string Words(int[] counts, GroupSpan span)
    {
        var (time, unit) = span == GroupSpan.Day ? ("24 hours", "an hour") : ("14 days", "a day");
        return counts.Sum() is var all and > 0
            ? string.Create(CultureInfo.CurrentCulture, $"{all:N0} in the last {time}, at most {counts.Max():N0} {unit}")
            : $"None in the last {time}";
    }

    /// <summary>One of a thousand is still to be seen.</summary>
    private static int Top(int count, int most) => count == 0 ? Height : Height - Math.Max(1, (int)Math.Round((double)Height * count / most));
}
