namespace Dashboard.Web.Inbox;

/// <summary>
/// The order of subjects for people: letters that differ only in case stand together, and what is alike but for case stands by its
/// characters. As <see cref="StringComparer.OrdinalIgnoreCase"/> has it, but much quicker for many texts that begin alike.
/// </summary>
internal static class Alphabet
{
    /// <summary>Characters that are compared at once, as the bytes of one number.</summary>
    private const int CharsAtOnce = sizeof(ulong);

    private const int ComparedOneByOne = 8;
    private const byte End = 0;
    private const byte NotAscii = byte.MaxValue;

    /// <summary>Below 0 where the first text stands before the second, 0 only for the same text.</summary>
    public static int Compare(string left, string right) =>
        string.Compare(left, right, StringComparison.OrdinalIgnoreCase) is not 0 and var unlike ? unlike : string.CompareOrdinal(left, right);

    /// <summary>The numbers of some texts in the order of these. Texts that begin alike are told apart by what follows, a few characters at a time.</summary>
    /// <param name="texts">The texts by number; no two alike.</param>
    /// <param name="first">The first number that counts; all after it do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static int[] Ordered(ReadOnlySpan<string> texts, int first, CancellationToken cancellationToken)
    {
        var numbers = new int[texts.Length - first];
        for (var position = 0; position < numbers.Length; position++)
            numbers[position] = first + position;
        var keys = new ulong[numbers.Length];
        var alike = new Stack<(int First, int Count, int Depth)>();
        alike.Push((0, numbers.Length, 0));
        var looked = 0;
        while (alike.TryPop(out var run))
        {
            if ((looked += run.Count) > 10_000)
            {
                cancellationToken.ThrowIfCancellationRequested();
                looked = 0;
            }

            var members = numbers.AsSpan(run.First, run.Count);
            if (run.Count <= ComparedOneByOne)
            {
                SortByComparing(texts, members);
                continue;
            }

            var keysOfRun = keys.AsSpan(run.First, run.Count);
            for (var position = 0; position < members.Length; position++)
                keysOfRun[position] = Key(texts[members[position]], run.Depth);
            if (keysOfRun.ContainsAnyExcept(keysOfRun[0]))
                keysOfRun.Sort(members);
            for (var (start, end) = (0, 0); start < members.Length; start = end)
            {
                var key = keysOfRun[start];
                for (end = start + 1; end < members.Length && keysOfRun[end] == key;)
                    end++;
                if (end - start == 1)
                    continue;
                // A text that has ended, or that needs more than the alphabet of this key, is alike as far as the key can tell.
                if ((byte)key is End or NotAscii)
                    SortByComparing(texts, members[start..end]);
                else
                    alike.Push((run.First + start, end - start, run.Depth + CharsAtOnce));
            }
        }

        return numbers;
    }

    /// <summary>Insertion is quickest for a few; there are more only where texts differ in case alone or are not in ASCII.</summary>
    private static void SortByComparing(ReadOnlySpan<string> texts, Span<int> numbers)
    {
        if (numbers.Length > ComparedOneByOne)
        {
            var members = new string[numbers.Length];
            for (var position = 0; position < members.Length; position++)
                members[position] = texts[numbers[position]];
            members.AsSpan().Sort(numbers, Compare);
            return;
        }

        for (var position = 1; position < numbers.Length; position++)
        {
            var (number, place) = (numbers[position], position);
            for (; place > 0 && Compare(texts[number], texts[numbers[place - 1]]) < 0; place--)
                numbers[place] = numbers[place - 1];
            numbers[place] = number;
        }
    }

    /// <summary>The next characters of a text in capitals, the first one highest; only ASCII has capitals that are told without a table.</summary>
    private static ulong Key(string text, int depth)
    {
        var key = 0UL;
        var letters = text.AsSpan(Math.Min(depth, text.Length));
        for (var i = 0; i < CharsAtOnce; i++)
        {
            key <<= 8;
            if (i >= letters.Length)
                continue;
            var letter = letters[i];
            if (!char.IsAscii(letter))
                return key << (8 * (CharsAtOnce - 1 - i)) | ulong.MaxValue >> (8 * i);
            key |= 1U + (char.IsAsciiLetterLower(letter) ? letter - 32U : letter);
        }

        return key;
    }
}
