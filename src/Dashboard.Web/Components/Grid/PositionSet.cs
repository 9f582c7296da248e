namespace Dashboard.Web.Components.Grid;

/// <summary>Positions of a view, held as ranges: a million in a row cost as much as one. Immutable.</summary>
public sealed class PositionSet
{
    // Ascending, apart from each other, both ends included.
    private readonly (int First, int Last)[] _ranges;

    private PositionSet((int First, int Last)[] ranges)
    {
        _ranges = ranges;
        foreach (var (first, last) in ranges) Count += last - first + 1;
    }

    public static PositionSet Empty { get; } = new([]);

    /// <summary>How many positions it holds.</summary>
    public int Count { get; }

    /// <summary>The positions, ascending.</summary>
    public IEnumerable<int> Positions => _ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));

    /// <summary>The set of positions that come in any order, each at most once.</summary>
    public static PositionSet Of(IEnumerable<int> positions)
    {
        var sorted = positions.ToArray();
        Array.Sort(sorted);
        var ranges = new List<(int First, int Last)>();
        foreach (var position in sorted)
        {
            if (ranges.Count > 0 && ranges[^1].Last + 1 == position) ranges[^1] = (ranges[^1].First, position);
            else ranges.Add((position, position));
        }

        return new PositionSet([.. ranges]);
    }

    public bool Contains(int position) => CountIn(position, position) == 1;

    /// <summary>How many of the positions from <paramref name="first"/> to <paramref name="last"/> it holds.</summary>
    public int CountIn(int first, int last)
    {
        var count = 0;
        for (var i = FirstEndingAt(first); i < _ranges.Length && _ranges[i].First <= last; i++)
            count += Math.Min(_ranges[i].Last, last) - Math.Max(_ranges[i].First, first) + 1;
        return count;
    }

    /// <summary>The same and the positions from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public PositionSet With(int first, int last)
    {
        // Ranges that only touch the new one become part of it, too.
        var (from, to) = (FirstEndingAt(first - 1), FirstEndingAt(first - 1));
        while (to < _ranges.Length && _ranges[to].First <= last + 1) to++;
        var merged = from == to ? (first, last) : (Math.Min(first, _ranges[from].First), Math.Max(last, _ranges[to - 1].Last));
        return new PositionSet([.. _ranges[..from], merged, .. _ranges[to..]]);
    }

    /// <summary>The same without the positions from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public PositionSet Without(int first, int last)
    {
        var left = new List<(int First, int Last)>(_ranges.Length + 1);
        foreach (var range in _ranges)
        {
            if (range.First < first) left.Add((range.First, Math.Min(range.Last, first - 1)));
            if (range.Last > last) left.Add((Math.Max(range.First, last + 1), range.Last));
        }

        return new PositionSet([.. left]);
    }

    /// <summary>The same without those of another.</summary>
    public PositionSet Except(PositionSet other) => Of(Positions.Where(position => !other.Contains(position)));

    /// <summary>The number of the first range that ends at a position or after it.</summary>
    private int FirstEndingAt(int position)
    {
        var (low, high) = (0, _ranges.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_ranges[middle].Last < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
