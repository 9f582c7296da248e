using Dashboard.Web.Export;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Inbox;

namespace Dashboard.Web.Tests.Export;

public sealed class FrozenRowsTests
{
    [Fact]
    public void Selected_rows_come_in_the_order_of_the_list_then_those_outside_it_newest_first()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var snapshot = Snapshots.Random(random, connections: 2);
            var view = snapshot.View(new InboxQuery { Sorts = [new InboxSort(InboxColumn.Subject, Descending: false)] }.WithZone("one.example"));
            var newest = snapshot.View(new InboxQuery()).Rows();
            NotificationKey[] keys = [.. newest.Select(row => row.Key).Where(_ => random.Next(2) == 0)];
            var gone = new NotificationKey(Guid.Empty, "one.example", new(1));
            random.Shuffle(keys);

            var frozen = FrozenRows.Of(view, snapshot, [.. keys, gone]);

            InboxRow[] expected = [.. view.Rows().Where(row => keys.Contains(row.Key)), .. newest.Where(row => keys.Contains(row.Key) && view.PositionOf(row.Key) < 0)];
            Assert.True(expected.SequenceEqual(frozen.Rows), $"Seed {seed}");
            Assert.Equal((keys.Length, 1), (frozen.Count, frozen.Gone));
        }
    }

    [Fact]
    public void Whole_list_is_its_rows()
    {
        var view = Snapshots.Random(new Random(1)).View(new InboxQuery());

        var frozen = FrozenRows.Of(view);

        Assert.Equal(view.Rows(), frozen.Rows);
        Assert.Equal((view.Count, 0), (frozen.Count, frozen.Gone));
    }
}
