namespace Dashboard.Web.Inbox;

/// <summary>
/// Rows sorted by some columns, and where rows that are alike in them begin and end: enough to read the same list turned round as well,
/// without another copy. Immutable.
/// </summary>
/// <param name="addresses">The rows; those that are alike stand by id, newest first.</param>
/// <param name="runs">The runs of alike rows.</param>
internal sealed class SortedRows(int[] addresses, RunStarts runs)
{
    public int Count => addresses.Length;

    /// <summary>The row at a place of the list in one of its directions.</summary>
    public int this[int position, RowDirection direction]
    {
        get
        {
            if (direction == default)
                return addresses[position];
            var (first, end) = runs.At(direction.Turned ? addresses.Length - 1 - position : position);
            var place = position - (direction.Turned ? addresses.Length - end : first);
            return addresses[direction.OldestIdFirst ? end - 1 - place : first + place];
        }
    }

    /// <summary>All rows in one direction. Not to be changed.</summary>
    public int[] InDirection(RowDirection direction)
    {
        if (direction == default)
            return addresses;
        var turned = new int[addresses.Length];
        for (var position = 0; position < turned.Length;)
        {
            var (first, end) = runs.At(direction.Turned ? addresses.Length - 1 - position : position);
            addresses.AsSpan(first..end).CopyTo(turned.AsSpan(position));
            if (direction.OldestIdFirst)
                turned.AsSpan(position, end - first).Reverse();
            position += end - first;
        }

        return turned;
    }
}
