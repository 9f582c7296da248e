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
            filter.Apply(chunk.Slice(part), matches);
            if (upTo?.Of(part) is { } newest && chunk.Highest > newest)
                RowBits.ClearFirst(matches, chunk.CountAbove(newest));
        }

        return bits;
    }

    /// <summary>The addresses of the rows that are wanted: part by part, and those of a part by id, highest first.</summary>
    public static int[] Addresses(InboxSnapshot snapshot, CompiledFilter filter, InboxWatermark? upTo, CancellationToken cancellationToken)
    {
        var bits = Bits(snapshot, filter, upTo, cancellationToken);
        var addresses = GC.AllocateUninitializedArray<int>(RowBits.Count(bits));
        RowBits.Write(bits, 0, addresses);
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
                count += filter.Apply(chunk.Slice(part), bits);
                if (after is not { } newest)
                    continue;
                RowBits.ClearFirst(bits, chunk.CountAbove(newest));
                count -= RowBits.Count(bits);
            }
        }

        return count;
    }
}
