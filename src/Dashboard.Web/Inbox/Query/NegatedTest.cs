namespace Dashboard.Web.Inbox.Query;

/// <summary>Another test does not pass.</summary>
internal sealed class NegatedTest(RowTest test) : RowTest
{
    public override bool? Decide(in ColumnSlice slice) => !test.Decide(slice);

    public override void Fill(in ColumnSlice slice, Span<ulong> matches)
    {
        test.Fill(slice, matches);
        RowBits.Invert(matches);
    }
}
