using System.Collections.Immutable;

namespace Dashboard.Web.Inbox;

/// <summary>A total order of the rows of one snapshot: some columns, then the id, then the part.</summary>
internal sealed class RowOrder
{
    private readonly InboxSnapshot _snapshot;
    private readonly int[] _subjectRanks;
    private readonly int[] _zoneRanks;

    public RowOrder(InboxSnapshot snapshot, InboxQuery query)
    {
        _snapshot = snapshot;
        ImmutableArray<InboxSort> sorts = query.Sorts.IsEmpty ? [InboxQuery.DefaultSort] : query.Sorts;
        OldestIdFirst = sorts[^1] is { Column: InboxColumn.Id, Descending: false };
        Columns = sorts.RemoveAll(sort => sort.Column == InboxColumn.Id);
        _subjectRanks = Columns.Any(sort => sort.Column == InboxColumn.Subject) ? snapshot.SubjectRanks() : [];
        _zoneRanks = Columns.Any(sort => sort.Column == InboxColumn.Zone) ? ZoneRanks(snapshot.Parts) : [];
    }

    /// <summary>The columns that decide before the id, the first one first.</summary>
    public ImmutableArray<InboxSort> Columns { get; }

    /// <summary>Whether rows that are alike in the columns stand by ascending id.</summary>
    public bool OldestIdFirst { get; }

    /// <summary>A number for each row that grows in the direction of the column.</summary>
    /// <param name="addresses">The rows.</param>
    /// <param name="sort">One of <see cref="Columns"/>.</param>
    public ulong[] Keys(int[] addresses, InboxSort sort)
    {
        var keys = new ulong[addresses.Length];
        for (var position = 0; position < keys.Length; position++)
            keys[position] = Key(addresses[position], sort);
        return keys;
    }

    /// <summary>Whether an id stands before another where the columns are alike.</summary>
    public bool IsBefore(UInt128 id, UInt128 other) => OldestIdFirst ? id < other : id > other;

    /// <summary>Below 0 where the first row stands before the second, 0 only for the same row.</summary>
    public int Compare(int address, int other)
    {
        foreach (var sort in Columns)
        {
            if (Key(address, sort).CompareTo(Key(other, sort)) is not 0 and var unlike)
                return unlike;
        }

        var (id, otherId) = (_snapshot.Id(address), _snapshot.Id(other));
        if (id != otherId)
            return IsBefore(id, otherId) ? -1 : 1;
        return _snapshot.Part(address).CompareTo(_snapshot.Part(other));
    }

    private ulong Key(int address, InboxSort sort)
    {
        var (chunk, place) = (_snapshot.Chunk(address), InboxSnapshot.Place(address));
        var value = sort.Column switch
        {
            InboxColumn.Created => chunk.Created(place),
            InboxColumn.Read => chunk.Read(place),
            InboxColumn.Type => chunk.Type(place),
            InboxColumn.Subject => _subjectRanks[chunk.Subject(place)],
            InboxColumn.Zone => _zoneRanks[_snapshot.Part(address)],
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Ids are no keys."),
        };
        // The flipped sign makes negative numbers sort below the others.
        var ascending = (ulong)value ^ (1UL << 63);
        return sort.Descending ? ~ascending : ascending;
    }

    private static int[] ZoneRanks(IReadOnlyList<ZonePart> parts)
    {
        var names = parts.Select(part => part.Zone.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return [.. parts.Select(part => names.FindIndex(name => string.Equals(name, part.Zone.Name, StringComparison.OrdinalIgnoreCase)))];
    }
}
