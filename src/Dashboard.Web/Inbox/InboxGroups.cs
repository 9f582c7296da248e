using System.Collections.Concurrent;

namespace Dashboard.Web.Inbox;

/// <summary>The rows of a snapshot folded together. What has to be counted row by row is counted when a group is first shown, and kept.</summary>
internal sealed class InboxGroups : IInboxGroups
{
    private readonly InboxSnapshot _snapshot;
    private readonly GroupCodes _codes;
    private readonly Dictionary<GroupCode, int> _indexes = [];
    private readonly List<int> _firsts = [];
    private readonly int[] _addresses;
    private readonly ConcurrentDictionary<int, InboxGroup> _shown = [];
    private readonly ConcurrentDictionary<(int Index, GroupSpan Span, long LastStart), int[]> _bars = [];

    /// <summary>Folds rows together.</summary>
    /// <param name="snapshot">Whose rows they are.</param>
    /// <param name="ordered">Their addresses, in the order of the query.</param>
    /// <param name="codes">Tells them apart.</param>
    public InboxGroups(InboxSnapshot snapshot, int[] ordered, GroupCodes codes)
    {
        (_snapshot, _codes) = (snapshot, codes);
        var rows = new List<List<int>>();
        foreach (var address in ordered)
        {
            var code = codes.Of(address);
            if (!_indexes.TryGetValue(code, out var index))
            {
                _indexes.Add(code, index = rows.Count);
                rows.Add([]);
            }

            rows[index].Add(address);
        }

        _addresses = new int[ordered.Length];
        var first = 0;
        foreach (var group in rows)
        {
            _firsts.Add(first);
            group.CopyTo(_addresses, first);
            first += group.Count;
        }
    }

    /// <summary>The addresses of the rows, group by group.</summary>
    public int[] Addresses => _addresses;

    public int Count => _firsts.Count;

    public InboxGroup this[int index] => _shown.GetOrAdd(index, Read);

    public int IndexOf(GroupKey key) => _codes.Of(key) is { } code ? _indexes.GetValueOrDefault(code, -1) : -1;

    public int IndexAt(int position) => _firsts.BinarySearch(position) is var found && found >= 0 ? found : ~found - 1;

    /// <summary>The positions that the group of a row takes; none where the view has no such group.</summary>
    public (int First, int End) RangeOf(int address) =>
        _indexes.TryGetValue(_codes.Of(address), out var index) ? (_firsts[index], End(index)) : (0, 0);

    public int[] Bars(int index, GroupSpan span, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        var buckets = TimeBuckets.Last(span, now, timeZone);
        return _bars.GetOrAdd((index, span, buckets.Starts[^1]), _ => Counted(index, buckets));
    }

    private int End(int index) => index + 1 < _firsts.Count ? _firsts[index + 1] : _addresses.Length;

    private int[] Counted(int index, TimeBuckets buckets)
    {
        var counts = new int[buckets.Count];
        for (var position = _firsts[index]; position < End(index); position++)
        {
            if (buckets.Of(Created(position)) is >= 0 and var bucket)
                counts[bucket]++;
        }

        return counts;
    }

    private InboxGroup Read(int index)
    {
        var (unread, oldest, newest) = (0, long.MaxValue, long.MinValue);
        for (var position = _firsts[index]; position < End(index); position++)
        {
            var address = _addresses[position];
            if (_snapshot.Chunk(address).Read(InboxSnapshot.Place(address)) == StoredRow.Unread)
                unread++;
            var created = Created(position);
            (oldest, newest) = (Math.Min(oldest, created), Math.Max(newest, created));
        }

        var code = _codes.Of(_addresses[_firsts[index]]);
        var key = _codes.KeyOf(code);
        return new InboxGroup(
            key,
            _codes.TitleOf(code),
            key.Zone,
            key.Type,
            _firsts[index],
            End(index) - _firsts[index],
            unread,
            DateTimeOffset.FromUnixTimeMilliseconds(oldest),
            DateTimeOffset.FromUnixTimeMilliseconds(newest));
    }

    private long Created(int position) => _snapshot.Chunk(_addresses[position]).Created(InboxSnapshot.Place(_addresses[position]));
}
