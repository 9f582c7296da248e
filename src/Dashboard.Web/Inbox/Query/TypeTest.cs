namespace Dashboard.Web.Inbox.Query;

/// <summary>Asks the row's type.</summary>
internal sealed class TypeTest(int wanted) : RowTest
{
    public override void Fill(in ColumnSlice slice, Span<ulong> matches) => RowBits.Fill(slice.Types, new Test(wanted), matches);

    private readonly struct Test(int wanted) : IValueTest<int>
    {
        public bool Passes(int value) => value == wanted;
    }
}
