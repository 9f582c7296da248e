using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Actions;

public sealed class NotificationActionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static InboxQuery ById { get; } = new() { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] };

    [Fact]
    public async Task Marking_one_zone_leaves_the_others()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var unread = Unread(watch.Inbox, "eu2.make.example");

        var receipt = Assert.Single(await app.Get<NotificationActions>().MarkAllReadAsync(watch.Inbox, [watch.Inbox.Snapshot.Parts[0]], Cancellation));

        Assert.Null(receipt.Problem);
        Assert.NotEmpty(receipt.Marked);
        Assert.Equal((0, unread), (Unread(watch.Inbox, "eu1.make.example"), Unread(watch.Inbox, "eu2.make.example")));
        Assert.Equal(0, watch.Inbox.Snapshot.Parts[0].State.Unread);
        Assert.Equal([1], Sent(app, ApiOperation.Mark).Select(call => call.ZoneId!.Value));
    }

    [Fact]
    public async Task Marking_all_zones_tells_each_and_names_those_never_seen()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 2, subject = "Not seen by anybody" });

        var receipts = await app.Get<NotificationActions>().MarkAllReadAsync(watch.Inbox, watch.Inbox.Snapshot.Parts, Cancellation);

        Assert.Equal([1, 2, 3, 4], Sent(app, ApiOperation.Mark).Select(call => call.ZoneId!.Value).Order());
        Assert.Equal(0, watch.Inbox.Snapshot.View(ById.WithUnread(true)).Count);
        var neverSeen = Assert.Single(receipts.SelectMany(receipt => receipt.Marked), key => watch.Inbox.Snapshot.Find(key) is null);
        Assert.Equal("eu2.make.example", neverSeen.Zone);
    }

    [Fact]
    public async Task Delete_removes_what_Make_confirms_and_keeps_the_rest_with_words()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 6);
        app.Sandbox.Add(new() { Kind = FaultKind.PartialDelete, Operation = ApiOperation.Delete, RefuseIds = [keys[1].Id.ToString(), keys[4].Id.ToString()], Times = 1 });

        var receipt = await app.Get<NotificationActions>().DeleteAsync(watch.Inbox, keys, null, Cancellation);

        Assert.Equal([keys[0], keys[2], keys[3], keys[5]], receipt.Deleted);
        Assert.Equal([keys[1], keys[4]], receipt.Kept.Keys.OrderByDescending(key => key.Id));
        Assert.All(receipt.Kept.Values, reason => Assert.Contains("did not confirm", reason, StringComparison.Ordinal));
        Assert.Equal([null, keys[1], null, null, keys[4], null], keys.Select(key => watch.Inbox.Snapshot.Find(key)?.Key));
    }

    [Fact]
    public async Task Ids_that_were_not_asked_for_are_not_believed()
    {
        await using var make = await OverstatingMake.StartAsync();
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?> { ["Make:Environments:0:BaseUrl"] = make.Address });
        make.Target = app.Sandbox.Address;
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 4);
        make.AlsoNamed = [keys[3].Id.ToString(), "424242"];

        var receipt = await app.Get<NotificationActions>().DeleteAsync(watch.Inbox, keys[..3], null, Cancellation);

        Assert.Equal(keys[..3], receipt.Deleted);
        Assert.Empty(receipt.Kept);
        Assert.NotNull(watch.Inbox.Snapshot.Find(keys[3]));
    }

    [Fact]
    public async Task One_that_is_gone_already_leaves_the_list_once_it_is_compared()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        var keys = Newest(watch.Inbox, 2);
        await alice.DeleteAsync(keys[1].Id.ToString());

        var receipt = await app.Get<NotificationActions>().DeleteAsync(watch.Inbox, keys, null, Cancellation);

        Assert.Equal(keys[1], Assert.Single(receipt.Kept).Key);
        await app.UntilAsync(watch.Inbox, snapshot => snapshot.Find(keys[1]) is null);
    }

    [Theory]
    [InlineData(FaultMoment.Before, 200)]
    [InlineData(FaultMoment.After, 197)]
    public async Task Lost_answer_to_a_delete_is_sent_once_said_and_compared(FaultMoment moment, int left)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 3);
        var lists = Sent(app, ApiOperation.List).Length;
        app.Sandbox.Add(new() { Kind = FaultKind.Drop, Operation = ApiOperation.Delete, When = moment, Times = 1 });

        var receipt = await app.Get<NotificationActions>().DeleteAsync(watch.Inbox, keys, null, Cancellation);

        Assert.Empty(receipt.Deleted);
        Assert.All(receipt.Kept.Values, reason => Assert.Contains("may or may not be deleted", reason, StringComparison.Ordinal));
        await app.UntilAsync(watch.Inbox, snapshot => snapshot.Count == left && Sent(app, ApiOperation.List).Length >= lists + 4 && ConnectedApp.IsFilled(snapshot));
        Assert.Single(Sent(app, ApiOperation.Delete));
    }

    [Theory]
    [InlineData(FaultMoment.Before)]
    [InlineData(FaultMoment.After)]
    public async Task Lost_answer_to_a_mark_is_sent_once_said_and_compared(FaultMoment moment)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var zone = watch.Inbox.Snapshot.Parts[0];
        var lists = Sent(app, ApiOperation.List).Length;
        app.Sandbox.Add(new() { Kind = FaultKind.Drop, Operation = ApiOperation.Mark, When = moment, Times = 1 });

        var receipt = Assert.Single(await app.Get<NotificationActions>().MarkAllReadAsync(watch.Inbox, [zone], Cancellation));

        Assert.Empty(receipt.Marked);
        Assert.Contains("may or may not be marked", receipt.Problem, StringComparison.Ordinal);
        await app.UntilAsync(watch.Inbox, _ => Sent(app, ApiOperation.List).Length >= lists + 4
            && Unread(watch.Inbox, zone.Zone.Domain) == (moment == FaultMoment.After ? 0 : zone.State.Unread));
        Assert.Single(Sent(app, ApiOperation.Mark));
    }

    [Fact]
    public async Task Token_that_may_change_nothing_sends_nothing()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice", token: 1);
        var keys = Newest(watch.Inbox, 3);

        var deleted = await app.Get<NotificationActions>().DeleteAsync(watch.Inbox, keys, null, Cancellation);
        var marked = await app.Get<NotificationActions>().MarkAllReadAsync(watch.Inbox, watch.Inbox.Snapshot.Parts, Cancellation);

        Assert.Equal(3, deleted.Kept.Count);
        Assert.All([.. deleted.Kept.Values, .. marked.Select(receipt => receipt.Problem)], reason => Assert.Contains("notifications:write", reason, StringComparison.Ordinal));
        Assert.Empty(Sent(app, ApiOperation.Delete));
        Assert.Empty(Sent(app, ApiOperation.Mark));
    }

    [Fact]
    public async Task Delete_goes_in_batches_and_stops_before_the_next_when_told()
    {
        await using var app = await ConnectedApp.StartAsync(Single, new Dictionary<string, string?> { ["Actions:DeleteBatchSize"] = "10" });
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 35);
        using var stop = new CancellationTokenSource();
        var told = new List<int>();

        var receipt = await app.Get<NotificationActions>().DeleteAsync(watch.Inbox, keys, new Telling(asked =>
        {
            told.Add(asked);
            if (asked == 20)
                stop.Cancel();
        }), stop.Token);

        Assert.Equal([10, 10], Sent(app, ApiOperation.Delete).Select(call => call.Ids.Count));
        Assert.Equal([10, 20, 30, 35], told);
        Assert.Equal(keys[..20], receipt.Deleted);
        Assert.Equal(keys[20..], receipt.Kept.Keys.OrderByDescending(key => key.Id));
        Assert.All(receipt.Kept.Values, reason => Assert.Contains("you stopped", reason, StringComparison.Ordinal));
        Assert.Equal(180, watch.Inbox.Snapshot.Count);
    }

    [Fact]
    public async Task Refused_batch_ends_its_zone_and_not_the_others()
    {
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?> { ["Actions:DeleteBatchSize"] = "2" });
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = watch.Inbox.Snapshot.Parts.Take(2).SelectMany(part => Newest(watch.Inbox, 4, part.Zone.Domain)).ToArray();
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Status = 400, Operation = ApiOperation.Delete, ZoneId = 1 });

        var receipt = await app.Get<NotificationActions>().DeleteAsync(watch.Inbox, keys, null, Cancellation);

        Assert.Equal(keys[4..], receipt.Deleted);
        Assert.Equal(keys[..4].Order(KeyOrder), receipt.Kept.Keys.Order(KeyOrder));
        Assert.Equal([1, 2, 2], Sent(app, ApiOperation.Delete).Select(call => call.ZoneId!.Value));
    }

    [Fact]
    public async Task Key_of_a_connection_that_is_not_the_persons_is_not_sent()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        var bens = Newest(ben.Inbox, 1);

        var receipt = await app.Get<NotificationActions>().DeleteAsync(alice.Inbox, bens, null, Cancellation);

        Assert.Equal(bens, receipt.Kept.Keys);
        Assert.Empty(Sent(app, ApiOperation.Delete));
    }

    private static SandboxOptions Single { get; } = RunningDashboard.Small with { Zones = 1 };

    private static Comparer<NotificationKey> KeyOrder { get; } = Comparer<NotificationKey>.Create((left, right) => left.Id.CompareTo(right.Id));

    private static NotificationKey[] Newest(PersonalInbox inbox, int count, string? zone = "eu1.make.example")
    {
        var view = inbox.Snapshot.View(ById.WithZone(zone));
        return [.. Enumerable.Range(0, count).Select(position => view[position].Key)];
    }

    private static int Unread(PersonalInbox inbox, string zone) => inbox.Snapshot.View(ById.WithZone(zone).WithUnread(true)).Count;

    private static LoggedCall[] Sent(ConnectedApp app, ApiOperation operation) => [.. app.Sandbox.Log.Where(call => call.Operation == operation)];

    private sealed class Telling(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
