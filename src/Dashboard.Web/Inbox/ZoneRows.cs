using Dashboard.Client;

namespace Dashboard.Web.Inbox;

/// <summary>
/// The rows of one zone, highest id first, in chunks whose ranges of ids do not overlap. Immutable: a change makes a new one that
/// shares every chunk it does not touch.
/// </summary>
internal sealed class ZoneRows
{
    public static readonly ZoneRows Empty = new([]);

    public ZoneRows(RowChunk[] chunks)
    {
        Chunks = chunks;
        Count = chunks.Sum(chunk => chunk.Count - chunk.Leaving);
        Unread = chunks.Sum(chunk => chunk.Unread);
    }

    public IReadOnlyList<RowChunk> Chunks { get; }

    /// <summary>How many rows there are, without leaving ones.</summary>
    public int Count { get; }

    /// <summary>How many of the rows held here are unread, leaving ones included; Make's own count may differ and is kept apart.</summary>
    public int Unread { get; }

    /// <summary>The chunk and the place in it of an id, or <see langword="null"/> where it has no row or a leaving one.</summary>
    public (int Chunk, int Index)? Find(NotificationId id)
    {
        var chunk = FirstReachingDownTo(id);
        if (chunk == Chunks.Count)
            return null;
        var index = Chunks[chunk].IndexOf(id);
        return index < 0 || Chunks[chunk].IsLeaving(index) ? null : (chunk, index);
    }

    /// <summary>
    /// Takes a page of Make's list as the whole truth for its range of ids: rows of that range which the page lacks are gone.
    /// </summary>
    /// <param name="rows">The page, highest id first.</param>
    /// <param name="fromNewest">The page began at offset 0: nothing newer exists.</param>
    /// <param name="toOldest">The page was the last: nothing older exists.</param>
    public ZoneRows WithPage(IReadOnlyList<StoredRow> rows, bool fromNewest, bool toOldest)
    {
        if (rows.Count == 0)
            return fromNewest && toOldest ? Empty : this;
        var (highest, lowest) = (rows[0].Id, rows[^1].Id);
        var first = fromNewest ? 0 : FirstReachingDownTo(highest);
        var end = toOldest ? Chunks.Count : FirstBelow(lowest);
        var above = Rows(first, end).TakeWhile(row => !fromNewest && row.Id > highest);
        var below = Rows(first, end).Where(row => !toOldest && row.Id < lowest);
        return Spliced(first, end, [.. above, .. rows, .. below]);
    }

    /// <summary>Without the rows below this id.</summary>
    public ZoneRows DownTo(NotificationId lowest)
    {
        var end = FirstBelow(lowest);
        return end == 0 ? Empty : Spliced(end - 1, Chunks.Count, [.. Rows(end - 1, end).Where(row => row.Id >= lowest)]);
    }

    /// <summary>The newest rows, no more than so many.</summary>
    public ZoneRows Newest(int most)
    {
        var (chunk, kept) = (0, 0);
        while (chunk < Chunks.Count && kept + Chunks[chunk].Count <= most)
            kept += Chunks[chunk++].Count;
        return chunk == Chunks.Count ? this : Spliced(chunk, Chunks.Count, [.. Rows(chunk, chunk + 1).Take(most - kept)]);
    }

    /// <summary>Without the rows of these ids.</summary>
    public ZoneRows Without(IReadOnlySet<NotificationId> ids) =>
        Changed(ids, rows => [.. rows.Where(row => !ids.Contains(row.Id))]);

    /// <summary>With the unread ones of these ids read at that time.</summary>
    public ZoneRows WithRead(IReadOnlySet<NotificationId> ids, DateTimeOffset time) =>
        Changed(ids, rows => [.. rows.Select(row => row.Read == StoredRow.Unread && ids.Contains(row.Id) ? row with { Read = time.ToUnixTimeMilliseconds() } : row)]);

    private ZoneRows Changed(IReadOnlySet<NotificationId> ids, Func<IEnumerable<StoredRow>, StoredRow[]> change)
    {
        var touched = ids.Select(Find).OfType<(int Chunk, int Index)>().Select(place => place.Chunk).ToHashSet();
        return touched.Count == 0 ? this : new ZoneRows([.. Chunks
            .Select((chunk, number) => touched.Contains(number) ? new RowChunk(change(Rows(number, number + 1))) : chunk)
            .Where(chunk => chunk.Count > 0)]);
    }

    private ZoneRows Spliced(int first, int end, StoredRow[] rows) => new([
        .. Chunks.Take(first),
        .. Chunked(rows),
        .. Chunks.Skip(end)]);

    /// <summary>The odd chunk comes first: new rows arrive there, so that it fills up instead of leaving a trail of small ones.</summary>
    private static IEnumerable<RowChunk> Chunked(StoredRow[] rows)
    {
        var start = rows.Length % RowChunk.Capacity;
        if (start > 0)
            yield return new RowChunk(rows.AsSpan(0, start));
        for (; start < rows.Length; start += RowChunk.Capacity)
            yield return new RowChunk(rows.AsSpan(start, RowChunk.Capacity));
    }

    private IEnumerable<StoredRow> Rows(int first, int end)
    {
        for (var chunk = first; chunk < end; chunk++)
        {
            for (var index = 0; index < Chunks[chunk].Count; index++)
                yield return Chunks[chunk][index];
        }
    }

    /// <summary>The first chunk that holds an id as low as this one; the count of chunks where none does.</summary>
    private int FirstReachingDownTo(NotificationId id) => FirstWhere(chunk => chunk.Lowest <= id);

    /// <summary>The first chunk that holds only ids below this one.</summary>
    private int FirstBelow(NotificationId id) => FirstWhere(chunk => chunk.Highest < id);

    private int FirstWhere(Func<RowChunk, bool> holds)
    {
        var (low, high) = (0, Chunks.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (holds(Chunks[middle]))
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
