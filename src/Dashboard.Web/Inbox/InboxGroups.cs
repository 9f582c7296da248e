using System.Buffers;
using System.Collections.Concurrent;

namespace Dashboard.Web.Inbox;

/// <summary>
/// The rows of a snapshot folded together. What has to be counted row by row is counted at once for large groups and when they are first shown
/// for the others, so that showing a group never takes long.
/// </summary>
internal sealed class InboxGroups : IInboxGroups
{
    /// <summary>More rows than this are not to be counted while somebody waits for a list.</summary>
    private const int LargeGroup = 1024;

    /// <summary>So few rows are counted again sooner than a memory of them is kept: there may be a group for every row.</summary>
    private const int TinyGroup = 16;

    private readonly InboxSnapshot _snapshot;
    private readonly GroupCodes _codes;
    private readonly InboxSort? _byCreated;
    private readonly GroupNumbers _numbers = new();
    private readonly int[] _addresses;
    private readonly int[] _indexOfNumber;
    private readonly int[] _firsts;
    private readonly ConcurrentDictionary<int, Facts> _facts = [];
    private readonly ConcurrentDictionary<GroupSpan, (TimeBuckets Buckets, TimeZoneInfo TimeZone)> _buckets = [];
    private readonly ConcurrentDictionary<(int Index, GroupSpan Span), (TimeBuckets Buckets, int[] Counts)> _bars = [];

    /// <summary>Folds rows together.</summary>
    /// <param name="snapshot">Whose rows they are.</param>
    /// <param name="ordered">Their addresses, in the order of the query.</param>
    /// <param name="sort">The column that decides first in that order.</param>
    /// <param name="codes">Tells them apart.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public InboxGroups(InboxSnapshot snapshot, int[] ordered, InboxSort sort, GroupCodes codes, CancellationToken cancellationToken)
    {
        (_snapshot, _codes, _byCreated) = (snapshot, codes, sort.Column == InboxColumn.Created ? sort : null);
        _addresses = GC.AllocateUninitializedArray<int>(ordered.Length);
        var (numbers, indexes) = (ArrayPool<int>.Shared.Rent(snapshot.Chunks.Count * RowChunk.Capacity), ArrayPool<int>.Shared.Rent(ordered.Length));
        try
        {
            Number(ordered, numbers, cancellationToken);
            (_indexOfNumber, _firsts) = Ranked(ordered, numbers, indexes);
            cancellationToken.ThrowIfCancellationRequested();
            var next = _firsts.AsSpan().ToArray();
            for (var position = 0; position < ordered.Length; position++)
                _addresses[next[indexes[position]]++] = ordered[position];
        }
        finally
        {
            ArrayPool<int>.Shared.Return(numbers);
            ArrayPool<int>.Shared.Return(indexes);
        }

        for (var index = 0; index < _firsts.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Length(index) > LargeGroup)
                _facts[index] = Read(index);
        }
    }

    public int Count => _firsts.Length;

    /// <summary>How many rows there are in all groups.</summary>
    public int Rows => _addresses.Length;

    public InboxGroup this[int index]
    {
        get
        {
            var facts = Length(index) <= TinyGroup ? Read(index) : _facts.GetOrAdd(index, Read);
            var code = _codes.Of(_addresses[_firsts[index]]);
            var key = _codes.KeyOf(code);
            return new InboxGroup(
                key,
                _codes.TitleOf(code),
                key.Zone,
                key.Type,
                _firsts[index],
                Length(index),
                facts.Unread,
                DateTimeOffset.FromUnixTimeMilliseconds(facts.Oldest),
                DateTimeOffset.FromUnixTimeMilliseconds(facts.Newest));
        }
    }

    /// <summary>The row at a position, counted group by group.</summary>
    public int Address(int position) => _addresses[position];

    public int IndexOf(GroupKey key) => _codes.Of(key) is { } code ? IndexOf(code) : -1;

    public int IndexAt(int position) => Array.BinarySearch(_firsts, position) is var found && found >= 0 ? found : ~found - 1;

    /// <summary>The positions that the group of a row takes; none where the view has no such group.</summary>
    public (int First, int End) RangeOf(int address) => IndexOf(_codes.Of(address)) is >= 0 and var index ? (_firsts[index], End(index)) : (0, 0);

    public int[] Bars(int index, GroupSpan span, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        var buckets = Buckets(span, now, timeZone);
        if (Length(index) <= TinyGroup)
            return Counted(index, buckets);
        if (!_bars.TryGetValue((index, span), out var known) || known.Buckets != buckets)
            _bars[(index, span)] = known = (buckets, Counted(index, buckets));
        return known.Counts;
    }

    /// <summary>The same ones until the hour or day is over: a time zone takes longer to answer than a group to be counted.</summary>
    private TimeBuckets Buckets(GroupSpan span, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        if (!_buckets.TryGetValue(span, out var known) || !known.Buckets.EndWith(now) || !known.TimeZone.Equals(timeZone))
            _buckets[span] = known = (span == GroupSpan.Day ? TimeBuckets.LastHours(24, now, timeZone) : TimeBuckets.LastDays(14, now, timeZone), timeZone);
        return known.Buckets;
    }

    /// <summary>Writes the number of the group of each row to the place of its address.</summary>
    private void Number(int[] ordered, int[] numbers, CancellationToken cancellationToken)
    {
        // Where most rows are wanted, reading all of them as they are stored is quicker than jumping to each.
        if (ordered.Length > _snapshot.Count / 4)
        {
            for (var index = 0; index < _snapshot.Chunks.Count; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (chunk, first, part) = (_snapshot.Chunks[index], index * RowChunk.Capacity, _snapshot.Part(index * RowChunk.Capacity));
                for (var place = 0; place < chunk.Count; place++)
                    numbers[first + place] = _numbers.Add(_codes.Of(part, chunk, place));
            }
        }
        else
        {
            foreach (var address in ordered)
                numbers[address] = _numbers.Add(_codes.Of(address));
        }

        _numbers.Trim();
    }

    /// <summary>The groups that have rows stand in the order of their first ones. Writes the place of each row's group.</summary>
    private (int[] IndexOfNumber, int[] Firsts) Ranked(int[] ordered, int[] numbers, int[] indexes)
    {
        var (indexOfNumber, counts, met) = (new int[_numbers.Count], new int[_numbers.Count], 0);
        Array.Fill(indexOfNumber, -1);
        for (var position = 0; position < ordered.Length; position++)
        {
            ref var index = ref indexOfNumber[numbers[ordered[position]]];
            if (index < 0)
                index = met++;
            counts[index]++;
            indexes[position] = index;
        }

        var firsts = new int[met];
        for (var index = 1; index < met; index++)
            firsts[index] = firsts[index - 1] + counts[index - 1];
        return (indexOfNumber, firsts);
    }

    private int IndexOf(GroupCode code) => _numbers.Find(code) is >= 0 and var number ? _indexOfNumber[number] : -1;

    private int End(int index) => index + 1 < _firsts.Length ? _firsts[index + 1] : _addresses.Length;

    private int Length(int index) => End(index) - _firsts[index];

    private int[] Counted(int index, TimeBuckets buckets)
    {
        var counts = new int[buckets.Count];
        if (_byCreated is { } sort)
        {
            var later = CountSince(index, sort, buckets.Bounds[^1]);
            for (var bucket = counts.Length - 1; bucket >= 0; bucket--)
            {
                var since = CountSince(index, sort, buckets.Bounds[bucket]);
                (counts[bucket], later) = (since - later, since);
            }

            return counts;
        }

        foreach (var address in Addresses(index))
        {
            if (buckets.Of(Created(address)) is >= 0 and var bucket)
                counts[bucket]++;
        }

        return counts;
    }

    /// <summary>Rows of a group that stand by their time are counted by halving.</summary>
    private int CountSince(int index, InboxSort byCreated, long milliseconds)
    {
        var rows = Addresses(index);
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Created(rows[middle]) >= milliseconds == byCreated.Descending)
                low = middle + 1;
            else
                high = middle;
        }

        return byCreated.Descending ? low : rows.Length - low;
    }

    private Facts Read(int index)
    {
        var (unread, oldest, newest) = (0, long.MaxValue, long.MinValue);
        foreach (var address in Addresses(index))
        {
            var created = Created(address);
            (oldest, newest) = (Math.Min(oldest, created), Math.Max(newest, created));
            unread += _snapshot.Chunk(address).Read(InboxSnapshot.Place(address)) == StoredRow.Unread ? 1 : 0;
        }

        return new Facts(unread, oldest, newest);
    }

    private ReadOnlySpan<int> Addresses(int index) => _addresses.AsSpan(_firsts[index]..End(index));

    private long Created(int address) => _snapshot.Chunk(address).Created(InboxSnapshot.Place(address));

    /// <param name="Unread">Unread rows.</param>
    /// <param name="Oldest">UTC milliseconds since 1970.</param>
    /// <param name="Newest">UTC milliseconds since 1970.</param>
    private readonly record struct Facts(int Unread, long Oldest, long Newest);
}
