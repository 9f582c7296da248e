using Dashboard.Client;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Up to <see cref="Capacity"/> rows of one zone, column by column, highest id first. Never changed once made; 40 bytes a row.</summary>
/// <remarks>Marks are bits beside the columns: a marked chunk shares these with the one it was made of, and its rows keep their places.</remarks>
internal sealed class RowChunk
{
    /// <summary>Small enough that a refresh copies little, large enough that a million rows are a few hundred chunks.</summary>
    public const int Capacity = 4096;

    private readonly UInt128[] _ids;
    private readonly int[] _subjects;
    private readonly int[] _types;
    private readonly long[] _created;
    private readonly long[] _read;
    private readonly ulong[]? _leaving;
    private readonly ulong[]? _done;

    public RowChunk(ReadOnlySpan<StoredRow> rows)
    {
        _ids = new UInt128[rows.Length];
        _subjects = new int[rows.Length];
        _types = new int[rows.Length];
        _created = new long[rows.Length];
        _read = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            _ids[i] = rows[i].Id.Value;
            _subjects[i] = rows[i].Subject;
            _types[i] = rows[i].Type;
            _created[i] = rows[i].Created;
            _read[i] = rows[i].Read;
            Unread += rows[i].Read == StoredRow.Unread ? 1 : 0;
        }
    }

    private RowChunk(RowChunk rows, ulong[]? leaving, ulong[]? done)
    {
        (_ids, _subjects, _types, _created, _read) = (rows._ids, rows._subjects, rows._types, rows._created, rows._read);
        (_leaving, _done) = (leaving, done);
        (Leaving, Unread) = (leaving is null ? 0 : RowBits.Count(leaving), rows.Unread);
    }

    /// <summary>How many places there are, those of leaving rows included.</summary>
    public int Count => _ids.Length;

    /// <summary>How many rows are leaving: no list shows them.</summary>
    public int Leaving { get; }

    /// <summary>How many rows are unread, leaving ones included.</summary>
    public int Unread { get; }

    public NotificationId Highest => new(_ids[0]);

    public NotificationId Lowest => new(_ids[^1]);

    public StoredRow this[int index] => new(new(_ids[index]), _subjects[index], _types[index], _created[index], _read[index]);

    public UInt128 Id(int index) => _ids[index];

    public int Subject(int index) => _subjects[index];

    public int Type(int index) => _types[index];

    public long Created(int index) => _created[index];

    public long Read(int index) => _read[index];

    public bool IsLeaving(int index) => _leaving is { } leaving && RowBits.Contains(leaving, index);

    public bool IsDone(int index) => _done is { } done && RowBits.Contains(done, index);

    /// <summary>The same rows with marks laid over; the chunk itself where none is of its rows.</summary>
    public RowChunk With(ZoneMarks marks)
    {
        var (leaving, done) = (Bits(marks.Leaving), Bits(marks.Done));
        return leaving is null && done is null ? this : new RowChunk(this, leaving, done);
    }

    /// <summary>The columns, for a filter.</summary>
    /// <param name="part">The part of the inbox that the rows are of.</param>
    public ColumnSlice Slice(ZonePart part) =>
        new() { Zone = part.Zone, Connection = part.Connection.Name, Ids = _ids, Subjects = _subjects, Types = _types, Created = _created, Read = _read, Leaving = _leaving, Done = _done };

    /// <summary>How many ids are above this one.</summary>
    public int CountAbove(NotificationId id)
    {
        var (low, high) = (0, _ids.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ids[middle] > id.Value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Where the id stands, or -1.</summary>
    public int IndexOf(NotificationId id) => CountAbove(id) is var index && index < _ids.Length && _ids[index] == id.Value ? index : -1;

    /// <summary>A bit for every place: whether its row is marked; <see langword="null"/> where none is.</summary>
    private ulong[]? Bits(RowMarks marks)
    {
        var (bits, place) = ((ulong[]?)null, Count - 1);
        // Both stand by id, the marks lowest first: one walk from the last row up, which ends at the highest one.
        foreach (var id in marks.Between(Lowest, Highest))
        {
            while (_ids[place] < id)
                place--;
            if (_ids[place] == id)
                (bits ??= new ulong[RowBits.WordsFor(Count)])[place >> 6] |= 1UL << place;
        }

        return bits;
    }
}
