namespace Dashboard.Web.Inbox.Query;

/// <summary>Asks whether the row is unread.</summary>
internal sealed class UnreadTest(bool wanted) : RowTest
{
    public override void Fill(in ColumnSlice slice, Span<ulong> matches) => RowBits.Fill(slice.Read, new Test(wanted), matches);

    private readonly struct Test(bool wanted) : IValueTest<long>
    {
        public bool Passes(long value) => value == StoredRow.Unread == wanted;
    }
}
