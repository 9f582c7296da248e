using Dashboard.Benchmarks.Data;
using Dashboard.Web.Inbox;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>What it costs to get rows from Make's bytes into a snapshot, and to keep them there.</summary>
internal static class SnapshotBudgets
{
    private const int Rows = 1_000_000;
    private const double MillisecondsOfSecond = 1_000;

    public static IEnumerable<Budget> All()
    {
        var make = new Lazy<SyntheticMake>(() => new SyntheticMake(Rows));
        yield return new Budget("memory of a row beside the subjects, 1,000,000 rows", "bytes", 48, () => BytesOfRow(make.Value));
        yield return new Budget("ingest from JSON bytes to a snapshot, 1,000,000 rows", "rows/s", 300_000, () => RowsOfSecond(make.Value), IsLeast: true);
    }

    private static double RowsOfSecond(SyntheticMake make) =>
        make.Rows / (CpuTime.Median(() => make, ready => ready.Ingest(), warmUps: 1, runs: 3) / MillisecondsOfSecond);

    /// <summary>1,000 subjects are less than a tenth of a byte for each row: they need not be taken off.</summary>
    private static double BytesOfRow(SyntheticMake make)
    {
        // What the client and the pools keep for good is there before.
        Show(make.Ingest());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshot = make.Ingest();
        // Views come and go; what they leave behind for the next one stays.
        Show(snapshot);
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)snapshot.Count;
        GC.KeepAlive(snapshot);
        return bytes;
    }

    private static void Show(InboxSnapshot snapshot) => GC.KeepAlive(snapshot.View("-created", "failure"));
}
