using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>A set of notifications of one zone, by id. Immutable; equal where it holds the same ids.</summary>
public sealed class RowMarks : IEquatable<RowMarks>
{
    private readonly UInt128[] _ids;

    /// <param name="ids">The lowest first, none twice.</param>
    private RowMarks(UInt128[] ids) => _ids = ids;

    /// <summary>No notification.</summary>
    public static RowMarks Empty { get; } = new([]);

    /// <summary>How many notifications are marked.</summary>
    public int Count => _ids.Length;

    /// <summary>The marks of some ids, in any order; one that comes twice is marked once.</summary>
    public static RowMarks Of(IEnumerable<NotificationId> ids)
    {
        var (sorted, count) = (Sorted(ids), 0);
        foreach (var id in sorted)
        {
            if (count == 0 || sorted[count - 1] != id)
                sorted[count++] = id;
        }

        return Taken(sorted, count);
    }

    /// <summary>Whether this id is marked.</summary>
    public bool Contains(NotificationId id) => Array.BinarySearch(_ids, id.Value) >= 0;

    /// <summary>These marks and those of some more ids.</summary>
    public RowMarks With(IEnumerable<NotificationId> ids)
    {
        var more = Of(ids)._ids;
        var merged = new UInt128[_ids.Length + more.Length];
        var (old, added, count) = (0, 0, 0);
        while (old < _ids.Length || added < more.Length)
        {
            var takesOld = added == more.Length || (old < _ids.Length && _ids[old] <= more[added]);
            var id = takesOld ? _ids[old++] : more[added++];
            if (count == 0 || merged[count - 1] != id)
                merged[count++] = id;
        }

        return count == _ids.Length ? this : Taken(merged, count);
    }

    /// <summary>These marks without those of some ids.</summary>
    public RowMarks Without(IEnumerable<NotificationId> ids)
    {
        var fewer = Of(ids)._ids;
        var kept = new UInt128[_ids.Length];
        var (taken, count) = (0, 0);
        foreach (var id in _ids)
        {
            while (taken < fewer.Length && fewer[taken] < id)
                taken++;
            if (taken == fewer.Length || fewer[taken] != id)
                kept[count++] = id;
        }

        return count == _ids.Length ? this : Taken(kept, count);
    }

    /// <inheritdoc />
    public bool Equals(RowMarks? other) => ReferenceEquals(this, other) || (other is not null && _ids.AsSpan().SequenceEqual(other._ids));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as RowMarks);

    /// <inheritdoc />
    public override int GetHashCode() => _ids is [var lowest, .., var highest] ? HashCode.Combine(_ids.Length, lowest, highest) : _ids.Length;

    /// <summary>The marked ids of a range, both ends included; the lowest first.</summary>
    internal ReadOnlySpan<UInt128> Between(NotificationId lowest, NotificationId highest) =>
        _ids.AsSpan(CountUpTo(lowest.Value, included: false)..CountUpTo(highest.Value, included: true));

    private int CountUpTo(UInt128 id, bool included)
    {
        var place = Array.BinarySearch(_ids, id);
        return place < 0 ? ~place : place + (included ? 1 : 0);
    }

    /// <summary>Most callers have them as a list shows them, highest first: turned round, there is nothing left to sort.</summary>
    private static UInt128[] Sorted(IEnumerable<NotificationId> ids)
    {
        UInt128[] values = [.. ids.Select(id => id.Value)];
        if (values is [var first, .., var last] && first > last)
            Array.Reverse(values);
        for (var position = 1; position < values.Length; position++)
        {
            if (values[position - 1] > values[position])
            {
                Array.Sort(values);
                break;
            }
        }

        return values;
    }

    private static RowMarks Taken(UInt128[] ids, int count)
    {
        if (count == 0)
            return Empty;
        Array.Resize(ref ids, count);
        return new RowMarks(ids);
    }
}
