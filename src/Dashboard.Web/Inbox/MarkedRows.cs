namespace Dashboard.Web.Inbox;

/// <summary>
/// The rows of one zone as Make has them, with marks laid over. Immutable: what follows it shares every chunk over which neither the rows
/// nor the marks are others.
/// </summary>
internal sealed class MarkedRows
{
    private readonly ZoneRows _said;
    private readonly ZoneMarks _marks;

    private MarkedRows(ZoneRows said, ZoneMarks marks, ZoneRows shown) => (_said, _marks, Shown) = (said, marks, shown);

    /// <summary>The rows, marked; those of Make themselves where no mark is of any of them.</summary>
    public ZoneRows Shown { get; }

    public static MarkedRows Without(ZoneRows said) => new(said, ZoneMarks.None, said);

    /// <summary>The rows that Make has now, marked.</summary>
    /// <param name="now">Gives the rows; what marks it has counts for nothing.</param>
    /// <param name="marks">All marks of the zone.</param>
    public MarkedRows Next(MarkedRows now, ZoneMarks marks)
    {
        var said = now._said;
        if (said == _said && marks == _marks)
            return this;
        var known = _said.Chunks.Zip(Shown.Chunks).ToDictionary();
        RowChunk[] chunks = [.. said.Chunks.Select(chunk => known.TryGetValue(chunk, out var marked) && AreAlike(chunk, marks) ? marked : chunk.With(marks))];
        var shown = new[] { said, Shown }.FirstOrDefault(rows => rows.Chunks.SequenceEqual(chunks)) ?? new ZoneRows(chunks);
        return new MarkedRows(said, marks, shown);
    }

    private bool AreAlike(RowChunk chunk, ZoneMarks marks) =>
        AreAlike(_marks.Leaving, marks.Leaving, chunk) && AreAlike(_marks.Done, marks.Done, chunk);

    private static bool AreAlike(RowMarks before, RowMarks after, RowChunk chunk) =>
        ReferenceEquals(before, after) || before.Between(chunk.Lowest, chunk.Highest).SequenceEqual(after.Between(chunk.Lowest, chunk.Highest));
}
