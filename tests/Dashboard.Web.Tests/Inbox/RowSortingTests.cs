using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class RowSortingTests
{
    [Theory]
    [InlineData(InboxColumn.Created, false)]
    [InlineData(InboxColumn.Created, true)]
    [InlineData(InboxColumn.Read, false)]
    [InlineData(InboxColumn.Read, true)]
    [InlineData(InboxColumn.Type, true)]
    [InlineData(InboxColumn.Subject, false)]
    public void Many_rows_and_keys_of_any_size_are_sorted(InboxColumn column, bool descending)
    {
        var (random, subjects) = (new Random(6), new SubjectTable(TimeProvider.System));
        // Times from the first to the last that there are: too wide to be sorted at one go.
        long Time() => random.Next(4) == 0 ? random.NextInt64(-62135596800000, 253402300799999) : 1_700_000_000_000 + random.Next(1_000);
        List<StoredRow> Rows(int first) => [.. Enumerable.Range(0, 5_000).Select(row => new StoredRow(
            new((UInt128)(20_000 - (2 * row) + first)), subjects.NumberOf($"{random.Next(3_000)}"), random.Next(10) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(3), Time(), random.Next(3) == 0 ? StoredRow.Unread : Time()))];
        var connection = Guid.NewGuid();
        var snapshot = Snapshots.Of(subjects, Snapshots.Part(connection, "one.example", Rows(0)), Snapshots.Part(connection, "two.example", Rows(1)));

        var view = snapshot.View(new InboxQuery { Sorts = [new InboxSort(column, descending)] });

        var newestFirst = Snapshots.AllOf(snapshot).OrderByDescending(row => row.Key.Id);
        IComparable Key(InboxRow row) => column switch
        {
            InboxColumn.Created => row.Created,
            InboxColumn.Read => row.Read ?? DateTimeOffset.MinValue,
            InboxColumn.Type => row.Type,
            _ => int.Parse(row.Subject, System.Globalization.CultureInfo.InvariantCulture).ToString("0", System.Globalization.CultureInfo.InvariantCulture),
        };
        var comparer = Comparer<IComparable>.Create((left, right) => left is string text ? string.CompareOrdinal(text, (string)right) : left.CompareTo(right));
        Assert.Equal(descending ? newestFirst.OrderByDescending(Key, comparer) : newestFirst.OrderBy(Key, comparer), view.Rows());
        Assert.All(view.Rows().Index().Where(row => row.Index % 97 == 0), row => Assert.Equal(row.Index, view.PositionOf(row.Item.Key)));
    }

    [Fact]
    public void Runs_are_found_wherever_they_begin()
    {
        var random = new Random(8);
        for (var round = 0; round < 200; round++)
        {
            var count = random.Next(1, 20_000);
            var starts = Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(count)).Append(0).Order().Distinct().ToArray();
            var runs = new RunStarts(count);
            foreach (var start in starts)
                runs.Mark(start);

            for (var position = 0; position < count; position += random.Next(1, 40))
            {
                var run = starts.Count(start => start <= position) - 1;
                Assert.Equal((starts[run], run + 1 < starts.Length ? starts[run + 1] : count), runs.At(position));
            }
        }
    }
}
