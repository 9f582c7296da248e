using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

/// <summary>A walk through a list that changes between any two pages, against a list that is simply a list.</summary>
public sealed class ZoneWalkTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Walk_loses_nothing_and_doubles_nothing_whatever_changes_meanwhile()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            try
            {
                Walk(new Random(seed));
            }
            catch (Exception failure)
            {
                Assert.Fail($"Seed {seed}: {failure}");
            }
        }
    }

    private static void Walk(Random random)
    {
        var make = new ChangingList(random);
        var zone = new ZoneFeed(new Zone(1, "eu1.make.example", "EU1"), new SubjectTable(TimeProvider.System));
        for (var round = 0; round < 3; round++)
        {
            var before = make.Ids.ToHashSet();
            make.Touched.Clear();
            WalkOnce(zone, make, random, changes: true);
            var held = Held(zone);
            Assert.Equal(held.OrderDescending().Distinct(), held);
            Assert.Empty(before.Except(make.Touched).Except(held));
            Assert.Empty(held.Except(before).Except(make.Touched));
        }

        WalkOnce(zone, make, random, changes: false);
        Assert.Equal(make.Rows.Select(row => (row.Id, row.Read)), Rows(zone));
        Assert.Equal((make.Rows.Count, make.Unread, true), (zone.State.Rows, zone.State.Unread, zone.IsCompared));
    }

    private static void WalkOnce(ZoneFeed zone, ChangingList make, Random random, bool changes)
    {
        zone.StartWalk();
        for (var pages = 0; zone.NextOffset is { } offset; pages++)
        {
            Assert.True(pages < 10_000, "The walk comes to no end.");
            // Pages of a single row can't overlap and so prove nothing while the list changes.
            var limit = random.Next(2, 60);
            zone.Ask();
            var page = make.Page(offset, limit);
            // After a while it holds still, else a list that shrinks as fast as it is walked has no end.
            if (changes && pages < 40)
                make.Change(zone);
            zone.Take(page, offset, limit);
        }

        zone.EndWalk(room: null);
    }

    private static NotificationId[] Held(ZoneFeed zone) => [.. Rows(zone).Select(row => row.Id)];

    private static IEnumerable<(NotificationId Id, DateTimeOffset? Read)> Rows(ZoneFeed zone) => zone.Now.Rows.Chunks
        .SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(place => chunk[place]))
        .Select(row => (row.Id, row.Read == StoredRow.Unread ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeMilliseconds(row.Read)));

    /// <summary>What Make would hold: newest first, changed by others and, confirmed to the zone, by the person.</summary>
    private sealed class ChangingList
    {
        private readonly Random _random;
        private UInt128 _nextId = ulong.MaxValue - (UInt128)100;

        public ChangingList(Random random)
        {
            _random = random;
            Arrive(random.Next(120));
        }

        public List<NotificationSummary> Rows { get; } = [];

        public IEnumerable<NotificationId> Ids => Rows.Select(row => row.Id);

        /// <summary>What arrived or was deleted.</summary>
        public HashSet<NotificationId> Touched { get; } = [];

        public int Unread => Rows.Count(row => row.Read is null);

        public NotificationPage Page(int offset, int limit) =>
            new([.. Rows.Skip(offset).Take(limit)], Unread, [new ZoneUnread(1, Unread)], new Paging(Limit: limit));

        public void Change(ZoneFeed zone)
        {
            switch (_random.Next(5))
            {
                case 0:
                    Arrive(_random.Next(1, 40));
                    break;
                case 1:
                    Delete(_random.Next(1, 40));
                    break;
                case 2:
                    Read();
                    break;
                case 3:
                    var deleted = Delete(_random.Next(1, 10));
                    zone.Change(rows => rows.Without(deleted));
                    break;
            }
        }

        private void Arrive(int count)
        {
            for (var i = 0; i < count; i++)
            {
                _nextId += (UInt128)_random.Next(1, 5);
                Rows.Insert(0, new NotificationSummary(new NotificationId(_nextId), $"Subject {_random.Next(9)}", null, Start, 1));
                Touched.Add(new NotificationId(_nextId));
            }
        }

        private HashSet<NotificationId> Delete(int most)
        {
            var first = _random.Next(Rows.Count + 1);
            var gone = Rows.Skip(first).Take(most).Select(row => row.Id).ToHashSet();
            Rows.RemoveAll(row => gone.Contains(row.Id));
            Touched.UnionWith(gone);
            return gone;
        }

        private void Read()
        {
            for (var place = 0; place < Rows.Count; place += _random.Next(1, 9))
                Rows[place] = Rows[place] with { Read = Start.AddMinutes(1) };
        }
    }
}
