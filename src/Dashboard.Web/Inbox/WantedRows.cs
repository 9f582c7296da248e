using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Finds the rows of a snapshot that a query wants.</summary>
internal static class WantedRows
{
    private const int WordsOfChunk = RowChunk.Capacity / 64;

    /// <summary>A bit for every address: whether the row is wanted.</summary>
    public static ulong[] Bits(InboxSnapshot snapshot, CompiledFilter filter, InboxWatermark? upTo, CancellationToken cancellationToken)
    {
        var bits = new ulong[snapshot.Chunks.Count * WordsOfChunk];
        for (var index = 0; index < snapshot.Chunks.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (chunk, part) = (snapshot.Chunks[index], snapshot.PartOfChunk(index));
            var matches = bits.AsSpan(index * WordsOfChunk, WordsOfChunk);
            filter.Apply(chunk.Slice(part.Zone), matches);
            if (upTo?.Of(part) is { } newest && chunk.Highest > newest)
                RowBits.ClearFirst(matches, chunk.CountAbove(newest));
        }

        return bits;
    }

    /// <summary>The addresses of the rows that are wanted, highest id first. Not to be changed.</summary>
    public static int[] NewestFirst(InboxSnapshot snapshot, CompiledFilter filter, InboxWatermark? upTo, CancellationToken cancellationToken)
    {
        var bits = Bits(snapshot, filter, upTo, cancellationToken);
        var (count, all) = (RowBits.Count(bits), snapshot.NewestFirst(cancellationToken));
        if (count == all.Length)
            return all;
        var addresses = new int[count];
        var next = 0;
        foreach (var address in all)
        {
            if (RowBits.Contains(bits, address))
                addresses[next++] = address;
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
}
