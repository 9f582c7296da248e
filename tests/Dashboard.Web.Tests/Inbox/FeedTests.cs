using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class FeedTests
{
    private static readonly SandboxOptions OneZone = RunningDashboard.Small with { Zones = 1, Notifications = 1_000 };

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Arrival_elsewhere_shows_at_the_next_refresh()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        await AddAsync(app, "Something new");

        var snapshot = await app.UntilAsync(watch.Inbox, now => now.Count == 1_001, TimeSpan.FromSeconds(1));

        Assert.Equal("Something new", snapshot.View(new InboxQuery { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] })[0].Subject);
        await app.AssertAsMakeAsync("Alice", snapshot);
    }

    [Fact]
    public async Task Deletion_of_an_old_unread_one_elsewhere_is_found_by_the_count()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        var oldest = watch.Inbox.Snapshot.View(new InboxQuery { Where = new Condition.Unread(true), Sorts = [new InboxSort(InboxColumn.Id, Descending: false)] })[0];
        await alice.DeleteAsync(oldest.Key.Id.ToString());

        await app.UntilAsync(watch.Inbox, now => now.Count == 999, TimeSpan.FromSeconds(1));

        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Reading_elsewhere_shows_at_the_next_refresh()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.MarkAllAsync();

        await app.UntilAsync(watch.Inbox, now => now.View(new InboxQuery().WithUnread(true)).Count == 0, TimeSpan.FromSeconds(1));

        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Deletion_of_a_read_one_elsewhere_shows_once_all_are_compared()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        var oldest = watch.Inbox.Snapshot.View(new InboxQuery { Where = new Condition.Unread(false), Sorts = [new InboxSort(InboxColumn.Id, Descending: false)] })[0];
        await alice.DeleteAsync(oldest.Key.Id.ToString());

        watch.Inbox.RefreshNow(compareAll: true);

        await app.UntilAsync(watch.Inbox, now => now.Count == 999);
        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Nothing_is_listed_while_the_count_does_not_move()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var lists = Count(app, ApiOperation.List);
        var at = watch.Inbox.Snapshot.Parts[0].State.InStepAt;

        // Who asks for the count a fifth time is through with three looks after the first.
        await app.UntilAsync(watch.Inbox, _ => Count(app, ApiOperation.Unread) >= 5, TimeSpan.FromSeconds(1));

        Assert.Equal(lists, Count(app, ApiOperation.List));
        Assert.True(watch.Inbox.Snapshot.Parts[0].State.InStepAt > at + 2 * Interval);
    }

    [Fact]
    public async Task Zone_without_an_organization_is_unreadable_and_not_asked_again_while_others_load()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Carol");
        var at = watch.Inbox.Snapshot.Parts[0].State.InStepAt;

        var snapshot = await app.UntilAsync(watch.Inbox, now => now.Parts[0].State.InStepAt > at + 3 * Interval, TimeSpan.FromSeconds(1));

        Assert.Equal(
            [("EU1", ZonePhase.InStep), ("EU2", ZonePhase.InStep), ("US1", ZonePhase.Unreadable), ("US2", ZonePhase.Unreadable)],
            snapshot.Parts.Select(part => (part.Zone.Name, part.State.Phase)));
        Assert.Equal(200, snapshot.Count);
        Assert.Contains("no organization", snapshot.Parts[2].State.Problem, StringComparison.Ordinal);
        Assert.Single(app.Sandbox.Log, call => call is { Operation: ApiOperation.List, ZoneId: 3 });
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Drop)]
    [InlineData(FaultKind.Throttle)]
    public async Task Zone_that_fails_is_behind_and_then_in_step_again(FaultKind kind)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        await AddAsync(app, "Something new");
        // More than a question is repeated.
        app.Sandbox.Add(new() { Kind = kind, Operation = ApiOperation.List, Times = kind == FaultKind.Throttle ? 2 : 4 });

        var behind = (await app.UntilAsync(watch.Inbox, now => now.Parts[0].State.Phase == ZonePhase.Behind, TimeSpan.FromSeconds(1))).Parts[0].State;
        var snapshot = await app.UntilAsync(watch.Inbox, now => now.Count == 1_001 && ConnectedApp.IsFilled(now), TimeSpan.FromSeconds(1));

        Assert.NotNull(behind.Problem);
        Assert.True(behind.RetryAt > behind.InStepAt);
        Assert.Equal(1_000, behind.Rows);
        Assert.Equal((null, null), (snapshot.Parts[0].State.Problem, snapshot.Parts[0].State.RetryAt));
        await app.AssertAsMakeAsync("Alice", snapshot);
    }

    [Fact]
    public async Task Refused_token_is_tried_once_and_not_again_until_it_is_connected_again()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Status = 401 });
        var before = app.Sandbox.Log.Count;

        var refused = await app.UntilAsync(watch.Inbox, now => now.Parts.All(part => part.State.Phase == ZonePhase.Unreadable), TimeSpan.FromSeconds(1));
        for (var i = 0; i < 100; i++)
            app.Time.Advance(Interval);
        app.Sandbox.ClearFaults();
        await app.ConnectAsync("Alice");
        await app.UntilAsync(watch.Inbox, now => now.Parts.All(part => part.State.Phase == ZonePhase.InStep));

        Assert.Equal(200, refused.Count);
        Assert.Single(app.Sandbox.Log.Skip(before), call => call.Status == 401);
    }

    [Fact]
    public async Task Zone_behind_says_until_when_Make_asked_to_wait()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone with { Undocumented = new() { SendsRetryAfter = true } });
        using var watch = await app.WatchFilledAsync("Alice");
        var asked = app.Time.GetUtcNow();
        app.Sandbox.Add(new() { Kind = FaultKind.Throttle, RetryAfterSeconds = 300, Times = 1 });

        watch.Inbox.RefreshNow();
        var behind = (await app.UntilAsync(watch.Inbox, now => now.Parts[0].State.Phase == ZonePhase.Behind, TimeSpan.FromMilliseconds(1))).Parts[0].State;

        Assert.Equal(asked + TimeSpan.FromSeconds(300), behind.RetryAt!.Value, TimeSpan.FromSeconds(30));
        Assert.False(behind.IsPartial);
    }

    [Fact]
    public async Task Ids_beyond_64_bits_and_of_unlike_length_are_ordered_as_numbers()
    {
        await using var app = await ConnectedApp.StartAsync();

        using var watch = await app.WatchFilledAsync("Alice");

        var view = watch.Inbox.Snapshot.View(new InboxQuery { Sorts = [new InboxSort(InboxColumn.Id, Descending: false)] });
        var ids = Enumerable.Range(0, view.Count).Select(position => view[position].Key.Id).ToArray();
        Assert.Equal(ids.Order(), ids);
        Assert.Contains(ids, id => id.Value > long.MaxValue);
    }

    private static int Count(ConnectedApp app, ApiOperation operation) => app.Sandbox.Log.Count(call => call.Operation == operation);

    private static async Task AddAsync(ConnectedApp app, string subject)
    {
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject });
    }
}
