namespace Dashboard.Web.Inbox.Query;

/// <summary>Asks whether the person is done with the row. Most slices have no such row, and are decided at once.</summary>
internal sealed class DoneTest(bool wanted) : RowTest
{
    public override bool? Decide(in ColumnSlice slice) => slice.Done.IsEmpty ? !wanted : null;

    public override void Fill(in ColumnSlice slice, Span<ulong> matches)
    {
        slice.Done.CopyTo(matches);
        if (!wanted)
            RowBits.Invert(matches);
    }
}
