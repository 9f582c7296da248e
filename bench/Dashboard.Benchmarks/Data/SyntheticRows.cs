using System.Globalization;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Benchmarks.Data;

/// <summary>Rows of four zones in chunks, the same ones every time: half of them unread, created over 60 days.</summary>
internal sealed class SyntheticRows
{
    private const int ChunkRows = 4096;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly Zone[] Zones = [.. new[] { "eu1", "eu2", "us1", "us2" }.Select((name, number) => new Zone(number, $"{name}.make.com", name))];

    private readonly string[] _subjects;
    private readonly Chunk[] _chunks;

    public SyntheticRows(int rows, int subjects)
    {
        var random = new Random(1);
        _subjects = [.. Enumerable.Range(0, subjects).Select(Subject)];
        _chunks = new Chunk[(rows + ChunkRows - 1) / ChunkRows];
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
            _chunks[chunk] = new Chunk(Zones[chunk * Zones.Length / _chunks.Length], rows - (chunk * ChunkRows), Math.Min(ChunkRows, rows - (chunk * ChunkRows)), subjects, random);
        Rows = rows;
    }

    public int Rows { get; }

    /// <summary>The places of the rows that a condition holds for.</summary>
    public int[] Find(Condition condition, SubjectMatches memory)
    {
        var filter = CompiledFilter.Compile(condition, memory, _subjects, Now, TimeZoneInfo.Utc, CancellationToken.None);
        var found = new int[Rows];
        var count = 0;
        Span<ulong> matches = stackalloc ulong[CompiledFilter.WordsFor(ChunkRows)];
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
        {
            if (filter.Apply(_chunks[chunk].Slice, matches) > 0)
                count += RowBits.Write(matches, chunk * ChunkRows, found.AsSpan(count));
        }

        return found[..count];
    }

    private static string Subject(int number) => (number % 3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"Encountered error in Scenario {number} scenario"),
        1 => string.Create(CultureInfo.InvariantCulture, $"Connection to service {number} broke: timeout after 40 seconds"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Organization {number} is close to its operations limit"),
    };

    private sealed class Chunk(Zone zone, int highest, int count, int subjects, Random random)
    {
        private readonly UInt128[] _ids = [.. Enumerable.Range(0, count).Select(row => (UInt128)(highest - row))];
        private readonly int[] _subjects = [.. Enumerable.Range(0, count).Select(_ => random.Next(subjects))];
        private readonly int[] _types = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 4))];
        private readonly long[] _created = [.. Enumerable.Range(0, count).Select(_ => Now.ToUnixTimeMilliseconds() - random.NextInt64(60 * 86_400_000L))];
        private readonly long[] _read = [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? long.MinValue : Now.ToUnixTimeMilliseconds())];

        public ColumnSlice Slice => new() { Zone = zone, Ids = _ids, Subjects = _subjects, Types = _types, Created = _created, Read = _read };
    }
}
