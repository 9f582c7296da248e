using Dashboard.Sandbox.Api;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Actions;

public sealed class DoneTests : OutboxTest
{
    [Fact]
    public async Task Done_is_the_portals_own_state_and_Make_is_never_told()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 3);
        var unread = watch.Inbox.Snapshot.Unread;
        var requests = app.Sandbox.Log.Count;

        var action = await app.Get<Outbox>().SetDoneAsync(watch.Inbox, keys, done: true, Cancellation);

        Assert.Equal((ActionState.Ended, 3), (action!.State, action.Changed));
        Assert.All(keys, key => Assert.True(watch.Inbox.Snapshot.Find(key)!.Value.IsDone));
        Assert.Equal(3, Count(watch.Inbox, "is:done"));
        Assert.Equal(watch.Inbox.Snapshot.Count - 3, Count(watch.Inbox, "is:open"));
        Assert.Equal((unread, requests), (watch.Inbox.Snapshot.Unread, app.Sandbox.Log.Count));
    }

    [Fact]
    public async Task Undone_marks_go_and_those_that_were_there_before_stay()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 3);
        await app.Get<Outbox>().SetDoneAsync(watch.Inbox, keys[..1], done: true, Cancellation);
        var action = await app.Get<Outbox>().SetDoneAsync(watch.Inbox, keys, done: true, Cancellation);

        Assert.Equal(2, action!.Asked);
        Assert.True(await app.Get<Outbox>().UndoAsync(watch.Inbox.Owner, action.Id, Cancellation));

        Assert.Equal([true, false, false], keys.Select(key => watch.Inbox.Snapshot.Find(key)!.Value.IsDone));
    }

    [Fact]
    public async Task Opened_again_is_open_and_undo_makes_it_done()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 2);
        await app.Get<Outbox>().SetDoneAsync(watch.Inbox, keys, done: true, Cancellation);

        var reopened = await app.Get<Outbox>().SetDoneAsync(watch.Inbox, keys[..1], done: false, Cancellation);
        Assert.Equal(1, Count(watch.Inbox, "is:done"));
        Assert.True(await app.Get<Outbox>().UndoAsync(watch.Inbox.Owner, reopened!.Id, Cancellation));

        Assert.Equal(2, Count(watch.Inbox, "is:done"));
        Assert.Null(await app.Get<Outbox>().SetDoneAsync(watch.Inbox, keys, done: true, Cancellation));
    }

    [Fact]
    public async Task Done_is_still_so_for_an_inbox_that_is_read_anew_and_for_nobody_else()
    {
        await using var app = await ConnectedApp.StartAsync();
        NotificationKey[] keys;
        using (var watch = await app.WatchFilledAsync("Alice"))
        {
            keys = Newest(watch.Inbox, 2);
            await app.Get<Outbox>().SetDoneAsync(watch.Inbox, keys, done: true, Cancellation);
        }

        app.Time.Advance(TimeSpan.FromHours(1));
        using var again = await app.WatchAsync("Alice");
        await app.UntilAsync(again.Inbox, ConnectedApp.IsFilled);
        // A watch knows the connections as they are now.
        using var anew = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");

        Assert.All(keys, key => Assert.True(again.Inbox.Snapshot.Find(key)!.Value.IsDone));
        Assert.Equal(0, Count(ben.Inbox, "is:done"));
        Assert.Empty(Sent(app, ApiOperation.Delete));
    }

    private static int Count(PersonalInbox inbox, string query) => inbox.Snapshot.View(InboxQuery.Parse(query, null, null, out _)).Count;
}
