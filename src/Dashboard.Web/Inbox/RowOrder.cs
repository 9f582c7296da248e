using System.Collections.Immutable;

namespace Dashboard.Web.Inbox;

/// <summary>A total order of the rows of one snapshot: some columns, then the id, then the part.</summary>
internal sealed class RowOrder
{
    private readonly InboxSnapshot _snapshot;
    private readonly int[] _subjectRanks;
    private readonly int[] _zoneRanks;

    public RowOrder(InboxSnapshot snapshot, InboxQuery query, CancellationToken cancellationToken)
    {
        _snapshot = snapshot;
        ImmutableArray<InboxSort> sorts = query.Sorts.IsEmpty ? [InboxQuery.DefaultSort] : query.Sorts;
        var columns = sorts.RemoveAll(sort => sort.Column == InboxColumn.Id);
        Direction = new RowDirection(columns is [{ Descending: false }, ..], sorts[^1] is { Column: InboxColumn.Id, Descending: false });
        Columns = Direction.Turned ? [.. columns.Select(sort => sort with { Descending = !sort.Descending })] : columns;
        _subjectRanks = Columns.Any(sort => sort.Column == InboxColumn.Subject) ? snapshot.SubjectRanks(cancellationToken) : [];
        _zoneRanks = Columns.Any(sort => sort.Column == InboxColumn.Zone) ? ZoneRanks(snapshot.Parts) : [];
    }

    /// <summary>
    /// The columns that decide before the id, the first one first and descending: an order and the same turned round read one sorted list.
    /// </summary>
    public ImmutableArray<InboxSort> Columns { get; }

    /// <summary>How the order reads the list sorted by <see cref="Columns"/>.</summary>
    public RowDirection Direction { get; }

    /// <summary>What a column holds for a row, as a number; <see cref="long.MinValue"/> below all others.</summary>
    public long Value(int address, InboxColumn column)
    {
        var (chunk, place) = (_snapshot.Chunk(address), InboxSnapshot.Place(address));
        return column switch
        {
            InboxColumn.Created => chunk.Created(place),
            InboxColumn.Read => chunk.Read(place),
            InboxColumn.Type => chunk.Type(place),
            InboxColumn.Subject => _subjectRanks[chunk.Subject(place)],
            InboxColumn.Zone => _zoneRanks[_snapshot.Part(address)],
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Ids do not fit."),
        };
    }

    /// <summary>Below 0 where the first row stands before the second, 0 only for the same row.</summary>
    public int Compare(int address, int other)
    {
        foreach (var sort in Columns)
        {
            if (Value(address, sort.Column).CompareTo(Value(other, sort.Column)) is not 0 and var unlike)
                return sort.Descending == Direction.Turned ? unlike : -unlike;
        }

        var (id, otherId) = (_snapshot.Id(address), _snapshot.Id(other));
        var newest = id != otherId ? otherId.CompareTo(id) : _snapshot.Part(address).CompareTo(_snapshot.Part(other));
        return Direction.OldestIdFirst ? -newest : newest;
    }

    private static int[] ZoneRanks(IReadOnlyList<ZonePart> parts)
    {
        var names = parts.Select(part => part.Zone.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return [.. parts.Select(part => names.FindIndex(name => string.Equals(name, part.Zone.Name, StringComparison.OrdinalIgnoreCase)))];
    }
}
