using Dashboard.Client;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Asks for one id. Ids of a slice stand highest first, so that it is found without looking at every row.</summary>
internal sealed class IdTest(NotificationId wanted) : RowTest
{
    public override bool? Decide(in ColumnSlice slice) => slice.Ids.BinarySearch(new HighestFirst(wanted.Value)) < 0 ? false : null;

    public override void Fill(in ColumnSlice slice, Span<ulong> matches)
    {
        matches.Clear();
        if (slice.Ids.BinarySearch(new HighestFirst(wanted.Value)) is >= 0 and var row)
            matches[row >> 6] |= 1UL << row;
    }

    private readonly struct HighestFirst(UInt128 wanted) : IComparable<UInt128>
    {
        public int CompareTo(UInt128 other) => other.CompareTo(wanted);
    }
}
