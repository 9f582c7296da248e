namespace Dashboard.Client.Tests;

public class PublishedSampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_is_read_as_published()
    {
        await using var make = LoopbackMake.Answering(Sample.Notifications);

        var page = await make.Client().ListNotificationsAsync(new(), Token);

        Assert.Equal(["3", "2", "1"], page.Notifications.Select(n => n.Id.ToString()));
        Assert.Equal(
            new NotificationSummary(
                new(3),
                "Encountered error in Integration HTTP scenario",
                new(2021, 5, 14, 11, 35, 22, 837, TimeSpan.Zero),
                new(2021, 5, 14, 11, 18, 43, 340, TimeSpan.Zero),
                1),
            page.Notifications[0]);
        Assert.Null(page.Notifications[1].Read);
        Assert.Equal(4, page.UserUnreadNotifications);
        Assert.Equal([new ZoneUnread(1, 4)], page.UserZoneNotifications);
        Assert.Equal(new Paging("id", 10000, "desc", 0), page.Pg);
    }

    [Fact]
    public async Task Detail_is_read_as_published()
    {
        await using var make = LoopbackMake.Answering(Sample.Notification);

        var detail = await make.Client().GetNotificationAsync(new(3), 2, Token);

        Assert.Equal(new(3), detail.Id);
        Assert.Equal(new(2020, 2, 29, 21, 20, 40, 93, TimeSpan.Zero), detail.Read);
        Assert.StartsWith("<p>Your scenario <strong>Integration HTTP 3</strong>", detail.Body, StringComparison.Ordinal);
        Assert.Contains("&#39;{{!expect.json.label}}&#39;", detail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mark_as_read_gives_the_published_ids()
    {
        await using var make = LoopbackMake.Answering(Sample.MarkAsRead);

        var ids = await make.Client().MarkAllReadAsync(2, Token);

        Assert.Equal([new(1), new(2), new(3), new(4), new(5)], ids);
    }

    [Fact]
    public async Task Delete_gives_the_published_subset()
    {
        await using var make = LoopbackMake.Answering(Sample.Delete);

        var ids = await make.Client().DeleteNotificationsAsync([new(1), new(2), new(3)], 2, Token);

        Assert.Equal([new(1), new(2)], ids);
    }
}
