namespace Dashboard.Web.Inbox.Query;

/// <summary>Asks whether the row was created in a span of time.</summary>
/// <param name="from">First millisecond of the span.</param>
/// <param name="to">First millisecond after it.</param>
internal sealed class CreatedTest(long from, long to) : RowTest
{
    public override void Fill(in ColumnSlice slice, Span<ulong> matches) => RowBits.Fill(slice.Created, new Test(from, to), matches);

    private readonly struct Test(long from, long to) : IValueTest<long>
    {
        public bool Passes(long value) => value >= from & value < to;
    }
}
