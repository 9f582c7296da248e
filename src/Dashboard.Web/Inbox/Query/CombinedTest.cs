namespace Dashboard.Web.Inbox.Query;

/// <summary>Every one of some tests passes, or at least one of them does.</summary>
/// <param name="all">Every one must pass.</param>
/// <param name="tests">At least one.</param>
internal sealed class CombinedTest(bool all, RowTest[] tests) : RowTest
{
    public override bool? Decide(in ColumnSlice slice)
    {
        bool? decision = all;
        foreach (var test in tests)
        {
            var decided = test.Decide(slice);
            if (decided == !all)
                return decided;
            if (decided is null)
                decision = null;
        }

        return decision;
    }

    public override void Fill(in ColumnSlice slice, Span<ulong> matches)
    {
        matches.Fill(all ? ulong.MaxValue : 0);
        Span<ulong> others = stackalloc ulong[matches.Length];
        foreach (var test in tests)
        {
            if (test.Decide(slice) is not null)
                continue;
            test.Fill(slice, others);
            if (all)
                RowBits.And(matches, others);
            else
                RowBits.Or(matches, others);
        }
    }
}
