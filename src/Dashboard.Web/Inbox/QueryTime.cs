using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dashboard.Web.Inbox;

/// <summary>Measures how long it takes to find and order the rows of a query that nobody asked before.</summary>
internal static class QueryTime
{
    public const string MeterName = "Dashboard.Inbox";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("dashboard.query.duration", "s", "Time to find and order the rows of a query.");

    /// <summary>Works something out and notes how long it took.</summary>
    public static T Of<T>(Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = work();
        Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        return result;
    }
}
