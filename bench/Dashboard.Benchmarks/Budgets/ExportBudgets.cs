using System.Globalization;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Export;
using Dashboard.Web.Inbox;

namespace Dashboard.Benchmarks.Budgets;

/// <summary>
/// What a download may hold in memory beside the inbox: the most that was in use at any moment, without the youngest garbage. How much of that
/// the runtime lets lie goes by the processor's cache: with 300 MB of it, 67 MB more than with 32.
/// </summary>
internal static class ExportBudgets
{
    private const int Rows = 1_000_000;
    private const double Megabyte = 1_000_000;

    public static IEnumerable<Budget> All()
    {
        var inbox = new Lazy<(InboxSnapshot Snapshot, IInboxView View)>(Inbox);
        foreach (var (name, file) in new (string, IExportFile)[] { ("CSV", new CsvFile()), ("JSON", new JsonFile()) })
        {
            yield return new Budget($"export of 1,000,000 rows as {name}, extra memory", "MB", 100, () => Peak(file, inbox.Value.View, () => FrozenRows.Of(inbox.Value.View)));
            // The most that a selection can cost: picked row by row, each a key of its own.
            yield return new Budget($"export of 999,999 selected rows as {name}, extra memory", "MB", 100, () => Peak(file, inbox.Value.View, () => Selected(inbox.Value)));
        }
    }

    private static FrozenRows Selected((InboxSnapshot Snapshot, IInboxView View) inbox)
    {
        NotificationKey[] keys = [.. Enumerable.Range(1, Rows - 1).Select(position => inbox.View[position].Key)];
        return FrozenRows.Of(inbox.View, inbox.Snapshot, keys);
    }

    private static double Peak(IExportFile file, IInboxView view, Func<FrozenRows> freeze)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var sink = new Sink(GC.GetTotalMemory(forceFullCollection: true));
        var rows = freeze();
        sink.Look();
        file.WriteAsync(rows.Rows, sink, key => $"https://portal.example/notifications/{key.Zone}/{key.Id}", CancellationToken.None).GetAwaiter().GetResult();
        GC.KeepAlive(view);
        return sink.Most / Megabyte;
    }

    private static (InboxSnapshot Snapshot, IInboxView View) Inbox()
    {
        var subjects = new SubjectTable(TimeProvider.System);
        var rows = Enumerable.Range(0, Rows).Select(row => new StoredRow(
            new NotificationId((UInt128)(Rows - row)), subjects.NumberOf(string.Create(CultureInfo.InvariantCulture, $"Encountered error in Scenario {row % 1_000} scenario")), 1, (Rows - row) * 1_000L, StoredRow.Unread));
        var zone = new Zone(1, "eu1.make.com", "EU1");
        var connection = new Connection
        {
            Id = Guid.NewGuid(),
            Owner = "t.o",
            Environment = "E",
            Name = "E",
            AccountId = 1,
            AccountName = "",
            AccountEmail = "",
            Scopes = [],
            Zones = [zone],
            ConnectedAt = default,
        };
        var part = new ZonePart(connection, zone, ZoneRows.Empty.WithPage([.. rows], fromNewest: true, toOldest: true), ZoneState.Waiting);
        var snapshot = new InboxSnapshot([part], subjects);
        return (snapshot, snapshot.View(new InboxQuery(), upTo: null, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc, CancellationToken.None));
    }

    /// <summary>Takes every byte, keeps none, and looks each megabyte at how much memory is in use.</summary>
    private sealed class Sink(long before) : Stream
    {
        private const int BytesBetweenLooks = 1_000_000;

        private long _written;
        private long _lookAt;

        public long Most { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Look()
        {
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        public override void Write(byte[] buffer, int offset, int count) => Take(count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Take(buffer.Length);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void Take(int bytes)
        {
            _written += bytes;
            if (_written < _lookAt)
                return;
            _lookAt = _written + BytesBetweenLooks;
            Look();
        }
    }
}
