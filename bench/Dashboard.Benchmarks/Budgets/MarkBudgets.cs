using Dashboard.Benchmarks.Data;
using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>What it costs to lay marks over rows: a hundred thousand of them leave, and a hundred thousand others are done.</summary>
internal static class MarkBudgets
{
    private const int Rows = 1_000_000;
    private const int RowsOfMark = 10;
    private const int NewRows = 10;

    public static IEnumerable<Budget> All()
    {
        var rows = new Lazy<ZonePart>(Part);
        yield return new Budget("marking 100,000 rows as leaving, 1,000,000 rows, 100,000 of them done", "ms", 30, () => Marking(rows.Value));
        yield return new Budget("ten new rows under 200,000 marks, 1,000,000 rows", "ms", 2, () => Arriving(rows.Value));
        yield return new Budget("memory of 200,000 marks for each row, 1,000,000 rows", "bytes", 7, () => BytesOfRow(rows.Value));
    }

    private static double Marking(ZonePart rows)
    {
        var (done, ids) = (Marks(first: 5), Shuffled(Ids(first: 0)));
        var before = rows.With(new ZoneMarks(RowMarks.Empty, done));
        return CpuTime.Median(() => rows.With(new ZoneMarks(RowMarks.Of(ids), done), before));
    }

    private static double Arriving(ZonePart rows)
    {
        var marks = new ZoneMarks(Marks(first: 0), Marks(first: 5));
        var before = rows.With(marks);
        var now = new ZonePart(rows.Connection, rows.Zone, rows.Rows.WithPage(Stored(Rows + NewRows, NewRows), fromNewest: true, toOldest: false), rows.State);
        return CpuTime.Median(() => now.With(marks, before));
    }

    private static double BytesOfRow(ZonePart rows)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var marked = rows.With(new ZoneMarks(Marks(first: 0), Marks(first: 5)));
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Rows;
        GC.KeepAlive(marked);
        return bytes;
    }

    private static ZonePart Part() =>
        new(SyntheticInbox.Connection, SyntheticInbox.Zones[0], ZoneRows.Empty.WithPage(Stored(Rows, Rows), fromNewest: true, toOldest: true), ZoneState.Waiting);

    private static StoredRow[] Stored(int highest, int count) =>
        [.. Enumerable.Range(0, count).Select(row => new StoredRow(new NotificationId((UInt128)(highest - row)), 0, 1, row, StoredRow.Unread))];

    private static RowMarks Marks(int first) => RowMarks.Of(Ids(first));

    private static IEnumerable<NotificationId> Ids(int first) =>
        Enumerable.Range(0, Rows / RowsOfMark).Select(mark => new NotificationId((UInt128)(1 + first + (mark * RowsOfMark))));

    /// <summary>As a list that is not ordered by id gives them.</summary>
    private static NotificationId[] Shuffled(IEnumerable<NotificationId> ids)
    {
        NotificationId[] shuffled = [.. ids];
        new Random(1).Shuffle(shuffled);
        return shuffled;
    }
}
