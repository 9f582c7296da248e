using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Which rows of a snapshot a query wants, and in which order.</summary>
internal static class ViewOrder
{
    private const int WordsOfChunk = RowChunk.Capacity / 64;

    /// <summary>The addresses of the rows that are wanted, in order.</summary>
    public static int[] Addresses(InboxSnapshot snapshot, CompiledFilter filter, RowOrder order, InboxWatermark? upTo, CancellationToken cancellationToken)
    {
        var addresses = Merged(snapshot, order, [.. Enumerable.Range(0, snapshot.Parts.Count).Select(part => Wanted(snapshot, part, filter, upTo, cancellationToken))]);
        // Rows that are alike in one column keep the order that the later columns, and last the id, gave them.
        foreach (var sort in order.Columns.Reverse())
        {
            cancellationToken.ThrowIfCancellationRequested();
            addresses = StableSort.By(order.Keys(addresses, sort), addresses);
        }

        return addresses;
    }

    /// <summary>How many of the rows that are wanted arrived after a mark; <see langword="null"/> counts them all.</summary>
    public static int CountAfter(InboxSnapshot snapshot, CompiledFilter filter, InboxWatermark? mark)
    {
        var (count, bits) = (0, new ulong[WordsOfChunk]);
        foreach (var part in snapshot.Parts)
        {
            var after = mark?.Of(part);
            foreach (var chunk in part.Rows.Chunks.TakeWhile(chunk => after is null || chunk.Highest > after))
            {
                count += filter.Apply(chunk.Slice(part.Zone), bits);
                if (after is not { } newest)
                    continue;
                RowBits.ClearFirst(bits, chunk.CountAbove(newest));
                count -= RowBits.Count(bits);
            }
        }

        return count;
    }

    /// <summary>A chunk has as many bits as places, so that the number of a bit, counted from the part's first chunk, is an address.</summary>
    private static int[] Wanted(InboxSnapshot snapshot, int number, CompiledFilter filter, InboxWatermark? upTo, CancellationToken cancellationToken)
    {
        var part = snapshot.Parts[number];
        var bits = new ulong[part.Rows.Chunks.Count * WordsOfChunk];
        for (var index = 0; index < part.Rows.Chunks.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chunk = part.Rows.Chunks[index];
            var matches = bits.AsSpan(index * WordsOfChunk, WordsOfChunk);
            filter.Apply(chunk.Slice(part.Zone), matches);
            if (upTo?.Of(part) is { } newest && chunk.Highest > newest)
                RowBits.ClearFirst(matches, chunk.CountAbove(newest));
        }

        var addresses = new int[RowBits.Count(bits)];
        RowBits.Write(bits, snapshot.FirstAddress(number), addresses);
        return addresses;
    }

    /// <summary>Each zone's rows already stand by id, so that merging them is enough. There are few zones: the next one is found by looking at all.</summary>
    private static int[] Merged(InboxSnapshot snapshot, RowOrder order, int[][] parts)
    {
        if (order.OldestIdFirst)
            Array.ForEach(parts, Array.Reverse);
        if (parts is [var only])
            return only;
        var heads = parts.Where(part => part.Length > 0).Select(part => (Part: part, Next: 0, Id: snapshot.Id(part[0]))).ToArray();
        var merged = new int[heads.Sum(head => head.Part.Length)];
        for (var position = 0; position < merged.Length; position++)
        {
            var first = 0;
            for (var other = 1; other < heads.Length; other++)
            {
                if (order.IsBefore(heads[other].Id, heads[first].Id))
                    first = other;
            }

            ref var head = ref heads[first];
            merged[position] = head.Part[head.Next++];
            if (head.Next < head.Part.Length)
                head.Id = snapshot.Id(head.Part[head.Next]);
            else
                heads = [.. heads[..first], .. heads[(first + 1)..]];
        }

        return merged;
    }
}
