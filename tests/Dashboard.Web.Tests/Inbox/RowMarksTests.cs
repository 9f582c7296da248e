using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class RowMarksTests
{
    [Fact]
    public void Marks_are_a_set_whatever_comes_and_goes()
    {
        var random = new Random(11);
        var (marks, expected) = (RowMarks.Empty, new HashSet<NotificationId>());
        for (var round = 0; round < 500; round++)
        {
            var (before, ids) = (marks, Ids(random));
            if (random.Next(2) == 0)
            {
                marks = marks.With(ids);
                expected.UnionWith(ids);
            }
            else
            {
                marks = marks.Without(ids);
                expected.ExceptWith(ids);
            }

            Assert.Equal(expected.Count, marks.Count);
            Assert.Equal(expected.Order(), All(random).Where(marks.Contains).Order());
            Assert.Equal(RowMarks.Of(expected), marks);
            Assert.Equal(RowMarks.Of(expected).GetHashCode(), marks.GetHashCode());
            Assert.Equal(before.Count == marks.Count, ReferenceEquals(before, marks));
            var (low, high) = (Id(random.Next(40)), Id(random.Next(40)));
            if (low <= high)
                Assert.Equal(expected.Where(id => id >= low && id <= high).Order().Select(id => id.Value), marks.Between(low, high).ToArray());
        }
    }

    [Fact]
    public void Ids_in_any_order_make_the_same_marks()
    {
        NotificationId[] rising = [Id(1), Id(2), Id(2), Id(30)];

        Assert.Equal(RowMarks.Of(rising), RowMarks.Of(rising.Reverse()));
        Assert.Equal(RowMarks.Of(rising), RowMarks.Of([Id(30), Id(1), Id(2), Id(1)]));
        Assert.NotEqual(RowMarks.Of(rising), RowMarks.Of([Id(1), Id(3), Id(30)]));
        Assert.Same(RowMarks.Empty, RowMarks.Of([]));
    }

    private static NotificationId[] Ids(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => Id(random.Next(40)))];

    private static IEnumerable<NotificationId> All(Random random) => Enumerable.Range(0, 40).Select(Id).OrderBy(_ => random.Next());

    /// <summary>Some of them are beyond 64 bits.</summary>
    private static NotificationId Id(int number) => new((UInt128)(number + 1) << (number % 2 == 0 ? 60 : 3));
}
