namespace Dashboard.Web.Inbox.Query;

/// <summary>A condition made ready to run over columns.</summary>
internal abstract class RowTest
{
    /// <summary>Whether every row of the slice passes or none does, where that can be told without looking at the rows.</summary>
    public virtual bool? Decide(in ColumnSlice slice) => null;

    /// <summary>
    /// Writes a bit for every row: whether it passes. Bits beyond the last row may hold anything. Asked only where <see cref="Decide"/> tells nothing.
    /// </summary>
    public abstract void Fill(in ColumnSlice slice, Span<ulong> matches);
}
