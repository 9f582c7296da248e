using System.Text.Json;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Web.Actions;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Actions;

public sealed class DeleteTests : OutboxTest
{
    /// <summary>Lets one request pass and holds the next, until the test has had its say and clears the faults.</summary>
    private static readonly Fault HeldUp = new() { Kind = FaultKind.Delay, Operation = ApiOperation.Delete, DelayMilliseconds = 600_000, Skip = 1 };

    [Fact]
    public async Task What_Make_does_not_name_and_still_has_comes_back_with_the_reason()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 6);
        app.Sandbox.Add(new() { Kind = FaultKind.PartialDelete, Operation = ApiOperation.Delete, RefuseIds = [keys[1].Id.ToString(), keys[4].Id.ToString()], Times = 1 });

        var receipt = await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, keys));

        Assert.Equal(Ids([keys[0], keys[2], keys[3], keys[5]]), Ids(Only(receipt).Changed));
        Assert.Equal(Ids([keys[1], keys[4]]), Ids(Only(receipt).Kept.Keys));
        Assert.All(Only(receipt).Kept.Values, reason => Assert.Contains("Make did not delete it", reason, StringComparison.Ordinal));
        var outbox = app.Get<PersonalOutboxes>().Of(watch.Inbox);
        await app.UntilAsync(watch.Inbox, snapshot => keys.Count(key => snapshot.Find(key) is not null) == 2);
        // The reasons come right after the rows.
        await Wait.UntilAsync(() => outbox.Kept.Count > 0);
        Assert.Equal(Ids([keys[1], keys[4]]), Ids(outbox.Kept.Keys));
        Assert.Single(Sent(app, ApiOperation.Delete));

        await app.Get<Outbox>().DismissAsync(watch.Inbox.Owner, [receipt.Action.Id], Cancellation);
        Assert.Empty(outbox.Kept);
    }

    [Fact]
    public async Task Ids_that_were_not_asked_for_are_not_believed()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 4);
        var named = keys.Select(key => new { id = key.Id.ToString() }).Append(new { id = "424242" });
        app.Sandbox.Add(new()
        {
            Kind = FaultKind.Answer,
            Operation = ApiOperation.Delete,
            When = FaultMoment.After,
            Body = JsonSerializer.Serialize(new { notifications = named }),
            Times = 1,
        });

        var receipt = await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, keys[..3]));

        Assert.Equal(Ids(keys[..3]), Ids(Only(receipt).Changed));
        Assert.Equal(0, receipt.Action.Kept);
        Assert.NotNull(watch.Inbox.Snapshot.Find(keys[3]));
    }

    [Fact]
    public async Task One_that_was_deleted_elsewhere_is_found_gone_and_counts_as_deleted()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        var keys = Newest(watch.Inbox, 2);
        await alice.DeleteAsync(keys[1].Id.ToString());

        var receipt = await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, keys));

        Assert.Equal(Ids(keys), Ids(Only(receipt).Changed));
        Assert.Equal(0, receipt.Action.Kept);
        Assert.Equal(2, Sent(app, ApiOperation.Delete).Length);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 2)]
    [InlineData(FaultMoment.After, 1)]
    public async Task Lost_answer_is_looked_into_before_anything_is_sent_again(FaultMoment moment, int requests)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 3);
        app.Sandbox.Add(new() { Kind = FaultKind.Drop, Operation = ApiOperation.Delete, When = moment, Times = 1 });

        var action = await DeleteAsync(app, watch.Inbox, keys);
        var lost = await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor is not null);
        Assert.Contains("answer was lost", lost.Action.WaitsFor, StringComparison.Ordinal);
        var receipt = await app.ReceiptAsync(watch.Inbox, action, step: Leap);

        Assert.Equal((3, 0), (receipt.Action.Changed, receipt.Action.Kept));
        Assert.Equal(requests, Sent(app, ApiOperation.Delete).Length);
        Assert.True(receipt.Action.EndedAt - receipt.Action.StartedAt >= TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Answer_lost_again_and_again_is_given_up_and_said()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 2);
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Status = 503, Operation = ApiOperation.Delete });

        var receipt = await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, keys), step: TimeSpan.FromMinutes(10));

        Assert.Equal(Ids(keys), Ids(Only(receipt).Kept.Keys));
        Assert.All(Only(receipt).Kept.Values, reason => Assert.Contains("in 5 attempts", reason, StringComparison.Ordinal));
        Assert.Equal(5, Sent(app, ApiOperation.Delete).Length);
    }

    [Fact]
    public async Task Throttled_batch_waits_as_told_visibly_and_goes_on()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, Batches(2));
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 4);
        app.Sandbox.Add(new() { Kind = FaultKind.Throttle, Operation = ApiOperation.Delete, RetryAfterSeconds = 90, Times = 1 });

        var action = await DeleteAsync(app, watch.Inbox, keys);
        var waiting = await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor is not null);
        Assert.Contains("requests per minute", waiting.Action.WaitsFor, StringComparison.Ordinal);
        Assert.True(waiting.Action.WaitsUntil - waiting.Action.StartedAt >= TimeSpan.FromSeconds(89));
        var receipt = await app.ReceiptAsync(watch.Inbox, action);

        Assert.Equal((4, 0), (receipt.Action.Changed, receipt.Action.Kept));
        Assert.Equal([429, 200, 200], Sent(app, ApiOperation.Delete).Select(call => call.Status));
    }

    [Fact]
    public async Task Token_revoked_in_the_middle_holds_the_rest_until_the_account_is_connected_again()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, Batches(2));
        using var watch = await app.WatchFilledAsync("Alice");
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Status = 401, Operation = ApiOperation.Delete, Skip = 1 });
        var keys = Newest(watch.Inbox, 6);
        var action = await DeleteAsync(app, watch.Inbox, keys);

        var held = await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor is not null);
        Assert.Equal((2, 0), (held.Action.Changed, held.Action.Kept));
        app.Sandbox.ClearFaults();
        await app.ConnectAsync("Alice");
        var receipt = await app.ReceiptAsync(watch.Inbox, action);

        Assert.Equal((6, 0), (receipt.Action.Changed, receipt.Action.Kept));
        Assert.True(Sent(app, ApiOperation.Delete).Count(call => call.Status == 401) <= 1);
    }

    [Fact]
    public async Task Token_that_may_change_nothing_sends_nothing()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice", token: 1);

        var receipt = await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 3)));

        Assert.Equal(3, receipt.Action.Kept);
        Assert.All(Only(receipt).Kept.Values, reason => Assert.Contains("notifications:write", reason, StringComparison.Ordinal));
        Assert.Empty(Sent(app, ApiOperation.Delete));
    }

    [Fact]
    public async Task Refused_batch_ends_its_zone_and_not_the_others()
    {
        await using var app = await ConnectedApp.StartAsync(settings: Batches(2));
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = watch.Inbox.Snapshot.Parts.Take(2).SelectMany(part => Newest(watch.Inbox, 4, part.Zone.Domain)).ToArray();
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Status = 400, Operation = ApiOperation.Delete, ZoneId = 1 });

        var receipt = await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, keys));

        Assert.Equal(Ids(keys[4..]), Ids(receipt.Zones.SelectMany(zone => zone.Changed)));
        Assert.Equal(Ids(keys[..4]), Ids(receipt.Zones.SelectMany(zone => zone.Kept.Keys)));
        Assert.Equal([1, 2, 2], Sent(app, ApiOperation.Delete).Select(call => call.ZoneId!.Value).Order());
    }

    [Fact]
    public async Task Key_of_a_connection_that_is_not_the_persons_is_not_sent()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");

        var receipt = await app.ReceiptAsync(alice.Inbox, await DeleteAsync(app, alice.Inbox, Newest(ben.Inbox, 1)));

        Assert.Equal(1, receipt.Action.Kept);
        Assert.Empty(Sent(app, ApiOperation.Delete));
    }

    [Fact]
    public async Task Account_connected_anew_carries_out_what_waited_for_it()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice", token: 1);
        var keys = Newest(watch.Inbox, 2);
        var action = await DeleteAsync(app, watch.Inbox, keys);

        // The token from before may not delete.
        Assert.Equal(Web.Connections.ConnectOutcome.Connected, await app.ConnectAsync("Alice"));
        var receipt = await app.ReceiptAsync(watch.Inbox, action);

        Assert.Equal((2, 0), (receipt.Action.Changed, receipt.Action.Kept));
        await app.UntilAsync(watch.Inbox, snapshot => ConnectedApp.IsFilled(snapshot) && snapshot.Count > 0);
        Assert.All(keys, key => Assert.Null(watch.Inbox.Snapshot.Find(key)));
    }

    [Fact]
    public async Task Rows_that_are_on_their_way_are_not_taken_twice()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 3);
        var first = await DeleteAsync(app, watch.Inbox, keys[..2]);

        var second = await DeleteAsync(app, watch.Inbox, keys);
        Assert.Null(await DeleteAsync(app, watch.Inbox, keys));

        Assert.Equal(keys[2], Assert.Single(Only(await app.ReceiptAsync(watch.Inbox, second)).Changed));
        Assert.Equal(2, (await app.ReceiptAsync(watch.Inbox, first)).Action.Changed);
        Assert.Equal(3, Sent(app, ApiOperation.Delete).SelectMany(call => call.Ids).Distinct().Count());
        Assert.Equal(3, Sent(app, ApiOperation.Delete).Sum(call => call.Ids.Count));
    }

    [Fact]
    public async Task Paused_action_sends_nothing_more_until_it_is_resumed()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, Batches(1));
        using var watch = await app.WatchFilledAsync("Alice");
        app.Sandbox.Add(HeldUp);
        var keys = Newest(watch.Inbox, 11);
        var action = await DeleteAsync(app, watch.Inbox, keys[..8]);
        await app.ReceiptAsync(watch.Inbox, action, now => now.Changed >= 1);
        Assert.True(await app.Get<Outbox>().PauseAsync(watch.Inbox.Owner, action!.Id, Cancellation));
        app.Sandbox.ClearFaults();

        // Three more requests take as long as three of those that wait would.
        Assert.Equal(3, (await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, keys[8..]))).Action.Changed);

        // The second may have been under way.
        Assert.InRange((await app.ReceiptAsync(watch.Inbox, action, now => now.IsPaused)).Action.Changed, 1, 2);
        Assert.True(await app.Get<Outbox>().ResumeAsync(watch.Inbox.Owner, action.Id, Cancellation));
        Assert.Equal(8, (await app.ReceiptAsync(watch.Inbox, action)).Action.Changed);
        Assert.Equal(11, Sent(app, ApiOperation.Delete).Length);
    }

    [Fact]
    public async Task Stopped_action_gives_back_what_has_not_gone_out()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, Batches(1));
        using var watch = await app.WatchFilledAsync("Alice");
        app.Sandbox.Add(HeldUp);
        var keys = Newest(watch.Inbox, 20);
        var action = await DeleteAsync(app, watch.Inbox, keys);
        await app.ReceiptAsync(watch.Inbox, action, now => now.Changed >= 1);

        Assert.True(await app.Get<Outbox>().StopAsync(watch.Inbox.Owner, action!.Id, Cancellation));
        app.Sandbox.ClearFaults();
        var receipt = await app.ReceiptAsync(watch.Inbox, action);

        Assert.Equal(20, receipt.Action.Changed + receipt.Action.Kept);
        Assert.InRange(receipt.Action.Kept, 18, 19);
        Assert.Equal(receipt.Action.Changed, Sent(app, ApiOperation.Delete).Length);
        Assert.All(Only(receipt).Kept.Values, reason => Assert.Contains("you stopped", reason, StringComparison.Ordinal));
        await app.UntilAsync(watch.Inbox, snapshot => Only(receipt).Kept.Keys.All(key => snapshot.Find(key) is not null));
    }
}
