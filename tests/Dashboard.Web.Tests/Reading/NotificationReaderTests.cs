using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Testing;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Reading;

public sealed class NotificationReaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opening_reads_the_body_and_believes_Make_about_whether_it_is_read(bool detailMarksRead)
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Undocumented = new() { DetailMarksRead = detailMarksRead } });
        using var watch = await app.WatchFilledAsync("Alice");
        var row = watch.Inbox.Snapshot.View(new InboxQuery().WithUnread(true))[0];

        var opened = await OpenAsync(app, watch, row.Key);

        Assert.Equal((row.Key, row.Subject), (opened.Row.Key, opened.Row.Subject));
        Assert.NotEmpty(opened.Body.Text);
        Assert.Equal(!detailMarksRead, watch.Inbox.Snapshot.Find(row.Key)!.Value.IsUnread);
        Assert.Equal(!detailMarksRead, opened.Row.IsUnread);
    }

    [Fact]
    public async Task Listing_opens_nothing()
    {
        await using var app = await ConnectedApp.StartAsync();

        using var watch = await app.WatchFilledAsync("Alice");

        Assert.DoesNotContain(app.Sandbox.Log, call => call.Operation == ApiOperation.Detail);
    }

    [Fact]
    public async Task One_that_is_gone_at_Make_leaves_the_list()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        var key = watch.Inbox.Snapshot.View(new InboxQuery().WithZone("eu1.make.example"))[3].Key;
        await alice.DeleteAsync(key.Id.ToString());

        var gone = await Assert.ThrowsAsync<MakeException>(() => OpenAsync(app, watch, key));

        Assert.IsType<MakeFailure.NotFound>(gone.Failure);
        Assert.Null(watch.Inbox.Snapshot.Find(key));
        Assert.Equal(199, watch.Inbox.Snapshot.Count);
    }

    private static Task<OpenedNotification> OpenAsync(ConnectedApp app, InboxWatch watch, NotificationKey key) =>
        app.Get<NotificationReader>().OpenAsync(watch.Inbox, watch.Inbox.Snapshot.PartOf(key)!, key.Id, Cancellation);
}
