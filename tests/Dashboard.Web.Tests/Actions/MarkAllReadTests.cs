using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Actions;

public sealed class MarkAllReadTests : OutboxTest
{
    [Fact]
    public async Task Marking_one_zone_leaves_the_others()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var unread = Unread(watch.Inbox, "eu2.make.example");
        var asked = Unread(watch.Inbox, "eu1.make.example");

        var receipt = await app.ReceiptAsync(watch.Inbox, await MarkAsync(app, watch.Inbox, 1));

        Assert.Equal((asked, asked, 0), (receipt.Action.Asked, receipt.Action.Changed, receipt.Action.Kept));
        Assert.False(Only(receipt).IsProbable);
        await app.UntilAsync(watch.Inbox, _ => Unread(watch.Inbox, "eu1.make.example") == 0);
        Assert.Equal(unread, Unread(watch.Inbox, "eu2.make.example"));
        Assert.Equal([1], Sent(app, ApiOperation.Mark).Select(call => call.ZoneId!.Value));
    }

    [Fact]
    public async Task What_nobody_saw_is_named_by_zone()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        var unseen = watch.Inbox.Snapshot.UnreadIn(watch.Inbox.Snapshot.Parts[0]).First();
        await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 2, subject = "Not seen by anybody" });

        var receipt = await app.ReceiptAsync(watch.Inbox, await MarkAsync(app, watch.Inbox, 4, key => key.Id != unseen || key.Zone != "eu1.make.example"));

        Assert.Equal([1, 2, 3, 4], Sent(app, ApiOperation.Mark).Select(call => call.ZoneId!.Value).Order());
        Assert.Equal(unseen, Assert.Single(receipt.Zones[0].NeverSeen).Id);
        Assert.DoesNotContain(Assert.Single(receipt.Zones[1].NeverSeen), receipt.Zones[1].Asked);
        Assert.Empty(receipt.Zones[2].NeverSeen);
    }

    [Theory]
    [InlineData(FaultMoment.Before, "probably not done")]
    [InlineData(FaultMoment.After, "probably done")]
    public async Task Lost_answer_is_told_from_the_lists_and_never_sent_again(FaultMoment moment, string words)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var unread = Unread(watch.Inbox, "eu1.make.example");
        app.Sandbox.Add(new() { Kind = FaultKind.Drop, Operation = ApiOperation.Mark, When = moment, Times = 1 });

        var receipt = await app.ReceiptAsync(watch.Inbox, await MarkAsync(app, watch.Inbox, 1), step: Leap);

        Assert.True(Only(receipt).IsProbable);
        Assert.Contains(words, Only(receipt).Problem, StringComparison.Ordinal);
        Assert.Equal(moment == FaultMoment.After ? unread : 0, receipt.Action.Changed);
        Assert.Single(Sent(app, ApiOperation.Mark));
    }

    [Fact]
    public async Task Undone_in_time_asks_nothing_of_Make()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var action = await MarkAsync(app, watch.Inbox, 4);

        Assert.True(await app.Get<Outbox>().UndoAsync(watch.Inbox.Owner, action!.Id, Cancellation));
        await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 1)));

        Assert.Empty(Sent(app, ApiOperation.Mark));
    }

    [Fact]
    public async Task Token_that_may_change_nothing_sends_nothing()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice", token: 1);

        var receipt = await app.ReceiptAsync(watch.Inbox, await MarkAsync(app, watch.Inbox, 4));

        Assert.All(receipt.Zones, zone => Assert.Contains("notifications:write", zone.Problem, StringComparison.Ordinal));
        Assert.Empty(Sent(app, ApiOperation.Mark));
    }

    private static Task<NotificationAction?> MarkAsync(ConnectedApp app, PersonalInbox inbox, int zones, Func<NotificationKey, bool>? seen = null) =>
        app.Get<Outbox>().MarkAllReadAsync(inbox, [.. inbox.Snapshot.Parts.Take(zones)], seen ?? (_ => true), Cancellation);
}
