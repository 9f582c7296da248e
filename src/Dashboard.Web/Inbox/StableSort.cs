namespace Dashboard.Web.Inbox;

/// <summary>
/// Sorts by 64-bit keys, byte by byte from the lowest. What is alike keeps its order, and the time depends on the number of rows and of
/// bytes in which keys differ, never on how the rows stood.
/// </summary>
internal static class StableSort
{
    /// <summary>The values in ascending order of their keys. Both arrays may be overwritten.</summary>
    public static int[] By(ulong[] keys, int[] values)
    {
        var differing = 0UL;
        foreach (var key in keys)
            differing |= key ^ keys[0];
        var (sortedKeys, sortedValues) = (new ulong[keys.Length], new int[keys.Length]);
        Span<int> starts = stackalloc int[256];
        for (var shift = 0; shift < 64; shift += 8)
        {
            if ((byte)(differing >> shift) == 0)
                continue;
            Starts(keys, shift, starts);
            for (var position = 0; position < keys.Length; position++)
            {
                var place = starts[(byte)(keys[position] >> shift)]++;
                (sortedKeys[place], sortedValues[place]) = (keys[position], values[position]);
            }

            (keys, sortedKeys, values, sortedValues) = (sortedKeys, keys, sortedValues, values);
        }

        return values;
    }

    /// <summary>Where the first key with each byte goes.</summary>
    private static void Starts(ulong[] keys, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (var key in keys)
            starts[(byte)(key >> shift)]++;
        var start = 0;
        foreach (ref var count in starts)
            (count, start) = (start, start + count);
    }
}
