namespace Dashboard.Web.Inbox;

/// <summary>
/// Sorts numbers by some of their bits. What is alike in these keeps its order, and the time depends on how many numbers and bits there are,
/// never on how the numbers stood.
/// </summary>
internal static class PackedSort
{
    /// <summary>More would be fewer rounds, but more places written to at once than the nearest caches hold.</summary>
    private const int MaxDigitBits = 10;

    /// <summary>Sorts the first items of an array.</summary>
    /// <param name="items">What is sorted; the answer stands in it in the end.</param>
    /// <param name="spare">As long as the items; overwritten. The two arrays may have changed places in the end.</param>
    /// <param name="count">How many items there are.</param>
    /// <param name="low">The lowest bit that counts.</param>
    /// <param name="bits">How many bits count from there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static void Sort(ref ulong[] items, ref ulong[] spare, int count, int low, int bits, CancellationToken cancellationToken)
    {
        if (bits == 0)
            return;
        var digits = (bits + MaxDigitBits - 1) / MaxDigitBits;
        var width = (bits + digits - 1) / digits;
        var counts = Counts(items.AsSpan(0, count), low, width, digits);
        for (var digit = 0; digit < digits; digit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Distribute(items.AsSpan(0, count), spare, low + (digit * width), counts.AsSpan(digit << width, 1 << width));
            (items, spare) = (spare, items);
        }
    }

    /// <summary>How often each digit has each value.</summary>
    private static int[] Counts(ReadOnlySpan<ulong> items, int low, int width, int digits)
    {
        var (size, mask) = (1 << width, (1UL << width) - 1);
        var counts = new int[digits * size];
        foreach (var item in items)
        {
            var rest = item >> low;
            for (var table = 0; table < counts.Length; table += size)
            {
                counts[table + (int)(rest & mask)]++;
                rest >>= width;
            }
        }

        return counts;
    }

    private static void Distribute(ReadOnlySpan<ulong> items, Span<ulong> sorted, int shift, Span<int> counts)
    {
        var start = 0;
        foreach (ref var count in counts)
            (count, start) = (start, start + count);
        var mask = (ulong)counts.Length - 1;
        foreach (var item in items)
            sorted[counts[(int)((item >> shift) & mask)]++] = item;
    }
}
