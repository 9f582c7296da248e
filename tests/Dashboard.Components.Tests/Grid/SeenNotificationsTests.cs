using Dashboard.Client;
using Dashboard.Web.Components.Pages;
using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests.Grid;

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

    private static NotificationKey Key(int id) => new(Connection, "eu1.make.com", new NotificationId((UInt128)id));
}
