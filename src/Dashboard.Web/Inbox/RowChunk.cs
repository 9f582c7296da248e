using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Up to <see cref="Capacity"/> rows of one zone, column by column, highest id first. Never changed once made; 40 bytes a row.</summary>
internal sealed class RowChunk
{
    /// <summary>Small enough that a refresh copies little, large enough that a million rows are a few hundred chunks.</summary>
    public const int Capacity = 4096;

    private readonly UInt128[] _ids;
    private readonly int[] _subjects;
    private readonly int[] _types;
    private readonly long[] _created;
    private readonly long[] _read;

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

    public int Count => _ids.Length;

    public int Unread { get; }

    public NotificationId Highest => new(_ids[0]);

    public NotificationId Lowest => new(_ids[^1]);

    public StoredRow this[int index] => new(new(_ids[index]), _subjects[index], _types[index], _created[index], _read[index]);

    public UInt128 Id(int index) => _ids[index];

    public int Subject(int index) => _subjects[index];

    public int Type(int index) => _types[index];

    public long Created(int index) => _created[index];

    public long Read(int index) => _read[index];

    /// <summary>The columns, for a filter.</summary>
    /// <param name="zone">The zone that the rows are of.</param>
    public ColumnSlice Slice(Zone zone) => new() { Zone = zone, Ids = _ids, Subjects = _subjects, Types = _types, Created = _created, Read = _read };

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
}
