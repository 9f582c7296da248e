using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class SeenNotificationsTests
{
    private static readonly Guid Connection = Guid.NewGuid();

    [Fact]
    public void What_was_seen_in_any_order_is_known_and_nothing_else()
    {
        var seen = new SeenNotifications();
        int[] ids = [5, 1, 9, 5, 3, 1];
        foreach (var id in ids)
            seen.Add(Key(id));

        Assert.Equal([1, 3, 5, 9], Enumerable.Range(0, 12).Where(id => seen.Contains(Key(id))));
    }

    [Fact]
    public void Same_id_of_another_zone_or_connection_is_another_notification()
    {
        var seen = new SeenNotifications();
        seen.Add(Key(1));

        Assert.False(seen.Contains(Key(1) with { Zone = "us1.make.com" }));
        Assert.False(seen.Contains(Key(1) with { ConnectionId = Guid.NewGuid() }));
    }

    [Fact]
    public void What_is_gone_from_Make_is_forgotten()
    {
        var seen = new SeenNotifications();
        foreach (var id in Enumerable.Range(1, 4))
            seen.Add(Key(id));

        seen.Forget(Connection, Key(1).Zone, new HashSet<NotificationId> { Key(2).Id, Key(9).Id });

        Assert.Equal([1, 3, 4], Enumerable.Range(0, 12).Where(id => seen.Contains(Key(id))));
    }

    [Fact]
    public void Copy_is_of_its_moment()
    {
        var seen = new SeenNotifications();
        seen.Add(Key(1));

        var copy = seen.Copy();
        seen.Add(Key(2));

        Assert.Equal((true, false), (copy.Contains(Key(1)), copy.Contains(Key(2))));
    }

    [Fact]
    public async Task What_one_page_of_a_person_has_shown_the_others_know_until_it_is_deleted()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var first = await app.WatchFilledAsync("Alice");
        using var second = await app.WatchAsync("Alice");
        var key = first.Inbox.Snapshot.View(new InboxQuery())[0].Key;
        first.Inbox.Seen.Add(key);
        Assert.True(second.Inbox.Seen.Contains(key));

        first.Inbox.Deleted(key.ConnectionId, key.Zone, new HashSet<NotificationId> { key.Id });

        Assert.False(second.Inbox.Seen.Contains(key));
    }

    private static NotificationKey Key(int id) => new(Connection, "eu1.make.com", new NotificationId((UInt128)id));
}
