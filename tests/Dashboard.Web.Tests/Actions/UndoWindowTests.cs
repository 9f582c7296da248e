using Dashboard.Sandbox.Api;
using Dashboard.Web.Actions;

namespace Dashboard.Web.Tests.Actions;

public sealed class UndoWindowTests : OutboxTest
{
    [Fact]
    public async Task Accepted_rows_leave_the_list_at_once_and_Make_is_asked_after_the_undo_window()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 3);

        var action = await DeleteAsync(app, watch.Inbox, keys);

        Assert.Equal(ActionState.Waiting, action!.State);
        Assert.All(keys, key => Assert.Null(watch.Inbox.Snapshot.Find(key)));
        Assert.Empty(Sent(app, ApiOperation.Delete));
        var receipt = await app.ReceiptAsync(watch.Inbox, action);
        Assert.Equal((ActionState.Ended, 3, 3, 0), (receipt.Action.State, receipt.Action.Asked, receipt.Action.Changed, receipt.Action.Kept));
        Assert.Equal(Ids(keys), Ids(Only(receipt).Changed));
        Assert.True(receipt.Action.StartedAt - receipt.Action.AcceptedAt >= TimeSpan.FromSeconds(10));
        Assert.Equal(Ids(keys), Assert.Single(Sent(app, ApiOperation.Delete)).Ids.Select(Client.NotificationId.Parse).Order());
    }

    [Fact]
    public async Task Undone_rows_come_back_in_their_place_and_Make_is_never_asked()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var before = Newest(watch.Inbox, 10);
        var action = await DeleteAsync(app, watch.Inbox, before[2], before[5]);

        Assert.True(await app.Get<Outbox>().UndoAsync(watch.Inbox.Owner, action!.Id, Cancellation));

        Assert.Equal(before, Newest(watch.Inbox, 10));
        Assert.False(await app.Get<Outbox>().UndoAsync(watch.Inbox.Owner, action.Id, Cancellation));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var later = await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, before[9]));
        Assert.Equal(before[9], Assert.Single(Only(later).Changed));
        Assert.Equal([before[9].Id.ToString()], Assert.Single(Sent(app, ApiOperation.Delete)).Ids);
    }

    [Fact]
    public async Task Another_persons_action_can_be_neither_undone_nor_seen()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        var action = await DeleteAsync(app, alice.Inbox, Newest(alice.Inbox, 1));

        Assert.False(await app.Get<Outbox>().UndoAsync(ben.Inbox.Owner, action!.Id, Cancellation));
        Assert.False(await app.Get<Outbox>().StopAsync(ben.Inbox.Owner, action.Id, Cancellation));
        Assert.Null(await app.Get<ActivityLog>().ReceiptAsync(ben.Inbox.Owner, action.Id, Cancellation));
        Assert.Empty(await app.Get<ActivityLog>().ListAsync(ben.Inbox.Owner, ActivityFilter.Everything, 0, 10, Cancellation));
        Assert.Empty(app.Get<PersonalOutboxes>().Of(ben.Inbox).Actions);
    }

    [Fact]
    public async Task Window_held_open_stays_open_for_a_minute_at_most()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var action = await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 1));

        for (var second = 0; second < 56; second += 2)
        {
            await app.Get<Outbox>().HoldAsync(watch.Inbox.Owner, action!.Id, Cancellation);
            app.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(ActionState.Waiting, (await app.Get<ActivityLog>().ReceiptAsync(watch.Inbox.Owner, action!.Id, Cancellation))!.Action.State);
        for (var second = 0; second < 20; second += 2)
        {
            await app.Get<Outbox>().HoldAsync(watch.Inbox.Owner, action.Id, Cancellation);
            app.Time.Advance(TimeSpan.FromSeconds(2));
        }

        var ended = (await app.ReceiptAsync(watch.Inbox, action)).Action;
        Assert.Equal(70, (ended.DueAt - ended.AcceptedAt).TotalSeconds, tolerance: 0.1);
        Assert.True(ended.StartedAt >= ended.DueAt);
    }

    [Fact]
    public async Task Window_let_go_goes_on_where_it_was()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var action = await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 1));
        app.Time.Advance(TimeSpan.FromSeconds(4));
        await app.Get<Outbox>().HoldAsync(watch.Inbox.Owner, action!.Id, Cancellation);
        app.Time.Advance(TimeSpan.FromSeconds(3));
        await app.Get<Outbox>().HoldAsync(watch.Inbox.Owner, action.Id, Cancellation);
        app.Time.Advance(TimeSpan.FromSeconds(1));

        await app.Get<Outbox>().LetGoAsync(watch.Inbox.Owner, action.Id, Cancellation);

        Assert.Equal(action.AcceptedAt.AddSeconds(14).ToUnixTimeMilliseconds(), (await app.Get<ActivityLog>().ReceiptAsync(watch.Inbox.Owner, action.Id, Cancellation))!.Action.DueAt.ToUnixTimeMilliseconds());
    }
}
