namespace Dashboard.Web.Inbox;

/// <summary>Merges the rows of all parts, each of which stand by id already, into one list: highest id first, alike ones by their part.</summary>
internal static class NewestFirst
{
    /// <summary>The addresses of all rows.</summary>
    public static int[] Of(InboxSnapshot snapshot, CancellationToken cancellationToken) => Merged(snapshot, 0, snapshot.Parts.Count, cancellationToken);

    private static int[] Merged(InboxSnapshot snapshot, int firstPart, int endPart, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (endPart - firstPart < 2)
            return firstPart == endPart ? [] : Addresses(snapshot, firstPart);
        var middle = (firstPart + endPart) / 2;
        return Merged(snapshot, Merged(snapshot, firstPart, middle, cancellationToken), Merged(snapshot, middle, endPart, cancellationToken));
    }

    private static int[] Addresses(InboxSnapshot snapshot, int part)
    {
        var chunks = snapshot.Parts[part].Rows.Chunks;
        var addresses = GC.AllocateUninitializedArray<int>(snapshot.Parts[part].Rows.Count);
        var (next, first) = (0, snapshot.FirstAddress(part));
        foreach (var chunk in chunks)
        {
            for (var place = 0; place < chunk.Count; place++)
                addresses[next++] = first | place;
            first += RowChunk.Capacity;
        }

        return addresses;
    }

    private static int[] Merged(InboxSnapshot snapshot, int[] left, int[] right)
    {
        if (left.Length == 0 || right.Length == 0)
            return left.Length == 0 ? right : left;
        var merged = GC.AllocateUninitializedArray<int>(left.Length + right.Length);
        var (l, r, next) = (0, 0, 0);
        var (leftId, rightId) = (snapshot.Id(left[0]), snapshot.Id(right[0]));
        while (true)
        {
            if (leftId >= rightId)
            {
                merged[next++] = left[l++];
                if (l == left.Length)
                    break;
                leftId = snapshot.Id(left[l]);
            }
            else
            {
                merged[next++] = right[r++];
                if (r == right.Length)
                    break;
                rightId = snapshot.Id(right[r]);
            }
        }

        left.AsSpan(l).CopyTo(merged.AsSpan(next));
        right.AsSpan(r).CopyTo(merged.AsSpan(next + left.Length - l));
        return merged;
    }
}
