namespace Dashboard.Web.Inbox.Query;

/// <summary>Asks the row's subject; the answer of every subject is known already.</summary>
internal sealed class SubjectTest(ulong[] passing) : RowTest
{
    /// <summary>One bit for every subject.</summary>
    public ulong[] Passing => passing;

    public override void Fill(in ColumnSlice slice, Span<ulong> matches) => RowBits.Fill(slice.Subjects, new Test(passing), matches);

    private readonly struct Test(ulong[] passing) : IValueTest<int>
    {
        public bool Passes(int value) => RowBits.Contains(passing, value);
    }
}
