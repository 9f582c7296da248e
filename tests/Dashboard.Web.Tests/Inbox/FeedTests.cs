using System.Collections.Concurrent;
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
    public async Task Newest_rows_show_before_the_rest_and_in_the_end_all_are_there()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        var counts = new ConcurrentQueue<int>();
        using var watch = await app.WatchAsync("Alice");
        watch.Inbox.Changed += () => counts.Enqueue(watch.Inbox.Snapshot.Count);

        await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);

        Assert.Equal([200, 820], app.Sandbox.Log.Where(call => call.Operation == ApiOperation.List).Select(call => call.Notifications!.Value));
        Assert.Equal([200, 1_000], counts.Where(count => count > 0).Distinct());
        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Make_may_give_shorter_pages_than_asked(int limit)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone with { Notifications = 60, Undocumented = new() { MaximumLimit = limit } });

        using var watch = await app.WatchFilledAsync("Alice");

        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Arrival_elsewhere_shows_at_the_next_refresh()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        await AddAsync(app, "Something new");

        var snapshot = await app.UntilAsync(watch.Inbox, now => now.Count == 1_001, Interval);

        Assert.Equal("Something new", snapshot.View(new InboxQuery { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] })[0].Subject);
        await AssertAsMakeAsync(app, "Alice", snapshot);
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

        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Reading_elsewhere_shows_at_the_next_refresh()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.MarkAllAsync();

        await app.UntilAsync(watch.Inbox, now => now.View(new InboxQuery().WithUnread(true)).Count == 0, TimeSpan.FromSeconds(1));

        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
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
        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Nothing_is_listed_while_the_count_does_not_move()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var lists = Count(app, ApiOperation.List);
        var at = watch.Inbox.Snapshot.Parts[0].State.InStepAt;

        await app.UntilAsync(watch.Inbox, now => now.Parts[0].State.InStepAt > at + 3 * Interval, TimeSpan.FromSeconds(1));

        Assert.Equal(lists, Count(app, ApiOperation.List));
        Assert.True(Count(app, ApiOperation.Unread) >= 4);
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
        await AssertAsMakeAsync(app, "Alice", snapshot);
    }

    [Fact]
    public async Task Zone_whose_first_load_is_cut_off_is_whole_in_the_end()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone with { Notifications = 5_000 }, new Dictionary<string, string?> { ["Inbox:PageSize"] = "500" });
        await app.ConnectAsync("Alice");
        using var watch = await app.WatchAsync("Alice");
        await app.UntilAsync(watch.Inbox, now => now.Count > 200);
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Operation = ApiOperation.List, Times = 3 });

        await app.UntilAsync(watch.Inbox, now => now.Count == 5_000 && ConnectedApp.IsFilled(now), TimeSpan.FromSeconds(1));

        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
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

    [Theory]
    [InlineData(500, 500, true)]
    [InlineData(999, 999, true)]
    [InlineData(1_000, 1_000, false)]
    [InlineData(1_001, 1_000, false)]
    [InlineData(2_000, 1_000, false)]
    public async Task Rows_past_the_most_are_left_out_and_it_is_said(int most, int kept, bool truncated)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, new Dictionary<string, string?> { ["Inbox:MaxRows"] = $"{most}", ["Inbox:PageSize"] = "300" });

        using var watch = await app.WatchFilledAsync("Alice");

        var snapshot = watch.Inbox.Snapshot;
        Assert.Equal((truncated, kept), (snapshot.Parts[0].State.Truncated, snapshot.Count));
        await AssertAsMakeAsync(app, "Alice", snapshot, newest: kept);
    }

    [Fact]
    public async Task Room_is_shared_by_zones_and_none_is_cut_where_all_fit()
    {
        await using var app = await ConnectedApp.StartAsync(
            RunningDashboard.Small with { Notifications = 1_000 }, new Dictionary<string, string?> { ["Inbox:MaxRows"] = "1000", ["Inbox:FirstPageSize"] = "20", ["Inbox:PageSize"] = "100" });

        using var watch = await app.WatchFilledAsync("Alice");

        Assert.Equal(1_000, watch.Inbox.Snapshot.Count);
        Assert.DoesNotContain(watch.Inbox.Snapshot.Parts, part => part.State.Truncated);
    }

    [Fact]
    public async Task Loading_tells_rows_and_date_and_a_fraction_only_where_an_earlier_time_gave_a_total()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        var first = await StatesAsync(app, await app.WatchAsync("Alice"));
        app.Time.Advance(TimeSpan.FromMinutes(5));
        var again = await StatesAsync(app, await app.WatchAsync("Alice"));

        Assert.All(first, state => Assert.Null(state.Fraction));
        Assert.Contains(first, state => state is { Phase: ZonePhase.Loading, Rows: 200, IsPartial: true, Reached: not null });
        Assert.Contains(again, state => state is { Phase: ZonePhase.Waiting, Rows: 0, Fraction: 0 });
        Assert.Contains(again, state => state is { Phase: ZonePhase.Loading, Rows: 200, Fraction: 0.2 });
        Assert.Equal((ZonePhase.InStep, false, null), (again[^1].Phase, again[^1].IsPartial, again[^1].Fraction));
        Assert.NotNull(again[^1].InStepAt);
    }

    [Fact]
    public async Task Zone_that_fails_while_it_is_loaded_stays_partial_and_stops_no_other()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Zones = 2, Notifications = 2_000 });
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Operation = ApiOperation.List, ZoneId = 1 });
        await app.ConnectAsync("Alice");
        using var watch = await app.WatchAsync("Alice");

        var snapshot = await app.UntilAsync(watch.Inbox, now => now.Parts is [{ State.Phase: ZonePhase.Behind }, { State.Phase: ZonePhase.InStep }]);
        var (failing, other) = (snapshot.Parts[0].State, snapshot.Parts[1].State);
        app.Sandbox.ClearFaults();
        await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled, TimeSpan.FromSeconds(1));

        Assert.Equal((true, 0), (failing.IsPartial, failing.Rows));
        Assert.NotNull(failing.Problem);
        // Sooner than the next refresh: what works again is to be seen soon.
        Assert.Equal(app.Time.Start + TimeSpan.FromSeconds(10), failing.RetryAt);
        Assert.False(other.IsPartial);
        Assert.Equal(other.Rows, snapshot.Count);
        Assert.Equal(2_000, watch.Inbox.Snapshot.Count);
        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
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
    public async Task Truncated_zone_is_still_compared_and_fills_up_again()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, new Dictionary<string, string?> { ["Inbox:MaxRows"] = "990", ["Inbox:PageSize"] = "300" });
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.DeleteAsync([.. (await alice.ListAsync("&pg[limit]=900")).Ids.Skip(500).Take(100)]);

        watch.Inbox.RefreshNow(compareAll: true);

        await app.UntilAsync(watch.Inbox, now => now.Count == 900 && ConnectedApp.IsFilled(now));
        Assert.False(watch.Inbox.Snapshot.Parts[0].State.Truncated);
        await AssertAsMakeAsync(app, "Alice", watch.Inbox.Snapshot);
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

    /// <summary>The inbox holds what Make lists, row by row.</summary>
    private static async Task AssertAsMakeAsync(ConnectedApp app, string name, InboxSnapshot snapshot, int newest = int.MaxValue)
    {
        using var person = Person.Named(name, app.Sandbox);
        var expected = new List<(string, string, bool)>();
        for (var offset = 0; (await person.ListAsync($"&pg[offset]={offset}")).Rows.ToArray() is { Length: > 0 } rows; offset += rows.Length)
            expected.AddRange(rows.Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("subject").GetString()!, row.GetProperty("read").GetString() is null)));
        var view = snapshot.View(new InboxQuery { Where = new Condition.InZone("eu1.make.example"), Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] });
        Assert.Equal(expected.Take(newest), Enumerable.Range(0, view.Count).Select(position => (view[position].Key.Id.ToString(), view[position].Subject, view[position].IsUnread)));
    }

    /// <summary>Every state the first zone goes through until it is in step.</summary>
    private static async Task<ZoneState[]> StatesAsync(ConnectedApp app, InboxWatch watch)
    {
        using (watch)
        {
            var states = new ConcurrentQueue<ZoneState>();
            void Note() => states.Enqueue(watch.Inbox.Snapshot.Parts is [{ State: var state }, ..] ? state : ZoneState.Waiting);
            watch.Inbox.Changed += Note;
            Note();
            await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);
            Note();
            return [.. states];
        }
    }

    private static int Count(ConnectedApp app, ApiOperation operation) => app.Sandbox.Log.Count(call => call.Operation == operation);

    private static async Task AddAsync(ConnectedApp app, string subject)
    {
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject });
    }
}
