using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Query;

/// <summary>Rows of one zone with few distinct subjects, the same ones for the same seed.</summary>
internal sealed class RandomRows
{
    public const int Days = 60;

    public static readonly DateOnly FirstDay = new(2026, 10, 1);

    public static readonly string[] Scenarios = ["Integration HTTP", "Invoices", "Daily (report)", "Prüfung", "a \"b\""];

    private static readonly string[] OtherSubjects =
        ["Timeout", "rate limit reached", "Connection ERROR", "xxxxxxxxxxxxxx", "a/b 12:30", "", "back\\", "Operations limit: 90 %", "OR zone:eu1 (tab\there)"];

    private readonly UInt128[] _ids;
    private readonly int[] _subjects;
    private readonly int[] _types;
    private readonly long[] _created;
    private readonly long[] _read;
    private readonly ulong[] _done;

    public RandomRows(Random random, int count, Zone zone)
    {
        Zone = zone;
        _ids = [.. Enumerable.Range(0, count).Select(row => (UInt128)((count - row) * 2))];
        _subjects = [.. Enumerable.Range(0, count).Select(_ => random.Next(Subjects.Length))];
        _types = [.. Enumerable.Range(0, count).Select(_ => random.Next(4))];
        var first = new DateTimeOffset(FirstDay, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _created = [.. Enumerable.Range(0, count).Select(_ => first + random.NextInt64(Days * 86_400_000L / 1000) * 1000)];
        _read = [.. Enumerable.Range(0, count).Select(row => random.Next(2) == 0 ? StoredRow.Unread : _created[row])];
        _done = random.Next(3) == 0 ? [] : [.. Enumerable.Range(0, RowBits.WordsFor(count)).Select(_ => (ulong)random.NextInt64())];
    }

    public static string[] Subjects { get; } = [.. Scenarios.Select(name => $"Encountered error in {name} scenario"), .. OtherSubjects];

    public Zone Zone { get; }

    public int Count => _ids.Length;

    /// <summary>What the person calls the connection of all rows, here and in <see cref="Inbox.Snapshots"/>.</summary>
    public const string Connection = "E";

    public ColumnSlice Slice => new() { Zone = Zone, Connection = Connection, Ids = _ids, Subjects = _subjects, Types = _types, Created = _created, Read = _read, Done = _done };

    public (string Subject, int Type, UInt128 Id, DateTimeOffset Created, bool Unread, bool Done) this[int row] =>
        (Subjects[_subjects[row]], _types[row], _ids[row], DateTimeOffset.FromUnixTimeMilliseconds(_created[row]), _read[row] == StoredRow.Unread, _done.Length > 0 && RowBits.Contains(_done, row));
}
