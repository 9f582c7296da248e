namespace Dashboard.Web.Inbox.Query;

/// <summary>
/// A condition made ready for the subjects known now: tells of slices of rows which of them it holds for. Immutable; for the snapshot it was
/// compiled for and older ones. An age is taken from the moment of compiling.
/// </summary>
internal sealed class CompiledFilter
{
    private readonly RowTest _test;

    private CompiledFilter(RowTest test) => _test = test;

    /// <summary>Makes a condition ready. Takes time in proportion to the subjects not asked before: not for a circuit's thread.</summary>
    /// <param name="condition">What is wanted.</param>
    /// <param name="matches">The memory that belongs to these subjects.</param>
    /// <param name="subjects">The distinct subjects by number.</param>
    /// <param name="now">What ages are counted from.</param>
    /// <param name="timeZone">The reader's, which days begin and end in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">A regular expression takes too long; the message is for people.</exception>
    public static CompiledFilter Compile(
        Condition condition,
        SubjectMatches matches,
        ReadOnlySpan<string> subjects,
        DateTimeOffset now,
        TimeZoneInfo timeZone,
        CancellationToken cancellationToken) =>
        new(new FilterCompiler(matches, subjects, now, timeZone, cancellationToken).Compile(condition));

    /// <summary>How many words of 64 bits hold the matches of so many rows.</summary>
    public static int WordsFor(int rows) => RowBits.WordsFor(rows);

    /// <summary>Finds the rows that the condition holds for and that are not leaving.</summary>
    /// <param name="slice">At most <see cref="ColumnSlice.MaxRows"/> rows.</param>
    /// <param name="matches">
    /// Gets a bit for every row, the first row in the lowest bit of the first word; at least <see cref="WordsFor"/> words. Bits beyond the
    /// last row become 0.
    /// </param>
    /// <returns>How many rows match.</returns>
    public int Apply(in ColumnSlice slice, Span<ulong> matches)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slice.Count, ColumnSlice.MaxRows, nameof(slice));
        matches[WordsFor(slice.Count)..].Clear();
        matches = matches[..WordsFor(slice.Count)];
        if (_test.Decide(slice) is { } decision)
            matches.Fill(decision ? ulong.MaxValue : 0);
        else
            _test.Fill(slice, matches);
        RowBits.Except(matches, slice.Leaving);
        RowBits.Trim(matches, slice.Count);
        return RowBits.Count(matches);
    }
}
