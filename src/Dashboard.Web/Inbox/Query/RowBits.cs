using System.Numerics;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Sets of rows or subjects, one bit each, 64 to a word; the first is the lowest bit of the first word.</summary>
internal static class RowBits
{
    private const int WordBits = 64;

    public static int WordsFor(int count) => (count + WordBits - 1) / WordBits;

    public static bool Contains(ReadOnlySpan<ulong> bits, int number) => ((bits[number >> 6] >> number) & 1) != 0;

    /// <summary>Writes a bit for every value: whether it passes.</summary>
    public static void Fill<T, TTest>(ReadOnlySpan<T> column, TTest test, Span<ulong> bits)
        where TTest : struct, IValueTest<T>
    {
        for (var word = 0; word < bits.Length; word++)
        {
            var values = column[(word * WordBits)..Math.Min((word + 1) * WordBits, column.Length)];
            var passed = 0UL;
            for (var i = 0; i < values.Length; i++)
                passed |= (test.Passes(values[i]) ? 1UL : 0UL) << i;
            bits[word] = passed;
        }
    }

    public static void And(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < bits.Length; word++)
            bits[word] &= others[word];
    }

    public static void Except(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < others.Length; word++)
            bits[word] &= ~others[word];
    }

    public static void Or(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var word = 0; word < bits.Length; word++)
            bits[word] |= others[word];
    }

    public static void Invert(Span<ulong> bits)
    {
        for (var word = 0; word < bits.Length; word++)
            bits[word] = ~bits[word];
    }

    /// <summary>Takes away the bits of the last word that stand for nothing.</summary>
    public static void Trim(Span<ulong> bits, int count)
    {
        if (count % WordBits is > 0 and var used)
            bits[count / WordBits] &= (1UL << used) - 1;
    }

    /// <summary>Takes away the first bits.</summary>
    public static void ClearFirst(Span<ulong> bits, int count)
    {
        bits[..(count / WordBits)].Clear();
        if (count % WordBits is > 0 and var rest)
            bits[count / WordBits] &= ulong.MaxValue << rest;
    }

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Writes the numbers that are in the set, the lowest first.</summary>
    /// <param name="bits">The set.</param>
    /// <param name="first">The number that the first bit stands for.</param>
    /// <param name="numbers">Gets them.</param>
    /// <returns>How many there are.</returns>
    public static int Write(ReadOnlySpan<ulong> bits, int first, Span<int> numbers)
    {
        var count = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
                numbers[count++] = first + (word * WordBits) + BitOperations.TrailingZeroCount(left);
        }

        return count;
    }
}
