using System.Numerics;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Where runs of alike rows begin in an ordered list: one bit for each row, and one for each word of them that is not empty.</summary>
internal sealed class RunStarts
{
    private readonly int _count;
    private readonly ulong[] _starts;
    private readonly ulong[] _used;

    /// <summary>One run over all rows.</summary>
    public RunStarts(int count)
    {
        _count = count;
        _starts = new ulong[RowBits.WordsFor(count)];
        _used = new ulong[RowBits.WordsFor(_starts.Length)];
        if (count > 0)
            Mark(0);
    }

    /// <summary>A run begins at this place.</summary>
    public void Mark(int position)
    {
        var word = position >> 6;
        _starts[word] |= 1UL << position;
        _used[word >> 6] |= 1UL << word;
    }

    /// <summary>The run that holds a place: from its first place to the one after its last.</summary>
    public (int First, int End) At(int position) => (LastUpTo(position), FirstAfter(position));

    private int LastUpTo(int position)
    {
        var word = position >> 6;
        var bits = _starts[word] & (ulong.MaxValue >> (63 - (position & 63)));
        if (bits == 0)
        {
            var used = word >> 6;
            var words = _used[used] & ((1UL << word) - 1);
            if (words == 0)
            {
                used = _used.AsSpan(0, used).LastIndexOfAnyExcept(0UL);
                words = _used[used];
            }

            word = (used << 6) | BitOperations.Log2(words);
            bits = _starts[word];
        }

        return (word << 6) | BitOperations.Log2(bits);
    }

    private int FirstAfter(int position)
    {
        var word = position >> 6;
        // Two shifts, since one by 64 would be none.
        var bits = _starts[word] & (ulong.MaxValue << (position & 63) << 1);
        if (bits == 0)
        {
            var used = word >> 6;
            var words = _used[used] & (ulong.MaxValue << (word & 63) << 1);
            if (words == 0)
            {
                var further = _used.AsSpan(used + 1).IndexOfAnyExcept(0UL);
                if (further < 0)
                    return _count;
                used += 1 + further;
                words = _used[used];
            }

            word = (used << 6) | BitOperations.TrailingZeroCount(words);
            bits = _starts[word];
        }

        return (word << 6) | BitOperations.TrailingZeroCount(bits);
    }
}
