using System.Collections.Concurrent;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class FeedLoadingTests
{
    private static readonly SandboxOptions OneZone = RunningDashboard.Small with { Zones = 1, Notifications = 1_000 };

    [Fact]
    public async Task Newest_rows_show_before_the_rest_and_in_the_end_all_are_there()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        // Before there is anything to load, so that nothing is missed.
        using var watch = await app.WatchAsync("Alice");
        var counts = new ConcurrentQueue<int>();
        watch.Inbox.Changed += () => counts.Enqueue(watch.Inbox.Snapshot.Count);

        await app.ConnectAsync("Alice");
        await app.UntilAsync(watch.Inbox, now => ConnectedApp.IsFilled(now) && counts.Contains(1_000));

        Assert.Equal([200, 820], app.Sandbox.Log.Where(call => call.Operation == ApiOperation.List).Select(call => call.Notifications!.Value));
        Assert.Equal([200, 1_000], counts.Where(count => count > 0).Distinct());
        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Make_may_give_shorter_pages_than_asked(int limit)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone with { Notifications = 60, Undocumented = new() { MaximumLimit = limit } });

        using var watch = await app.WatchFilledAsync("Alice");

        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Zone_whose_first_load_is_cut_off_is_whole_in_the_end()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone with { Notifications = 5_000 }, new Dictionary<string, string?> { ["Inbox:PageSize"] = "500" });
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Operation = ApiOperation.List, Skip = 2, Times = 3 });
        await app.ConnectAsync("Alice");
        using var watch = await app.WatchAsync("Alice");

        var cutOff = await app.UntilAsync(watch.Inbox, now => now.Parts is [{ State.Phase: ZonePhase.Behind }]);
        await app.UntilAsync(watch.Inbox, now => now.Count == 5_000 && ConnectedApp.IsFilled(now), TimeSpan.FromSeconds(1));

        Assert.InRange(cutOff.Count, 201, 4_999);

        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
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
        await app.AssertAsMakeAsync("Alice", snapshot, newest: kept);
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
        using var watch = await app.WatchAsync("Alice");
        var first = await StatesAsync(app, watch.Inbox);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var again = await StatesAsync(app, watch.Inbox);

        Assert.All(first, state => Assert.Null(state.Fraction));
        Assert.Contains(first, state => state is { Phase: ZonePhase.Loading, Rows: 200, IsPartial: true, Reached: not null });
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
        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public async Task Truncated_zone_is_still_compared_and_fills_up_again()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, new Dictionary<string, string?> { ["Inbox:MaxRows"] = "990", ["Inbox:PageSize"] = "300" });
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.DeleteAsync([.. (await alice.ListAsync("&pg[limit]=900")).Ids.Skip(500).Take(100)]);

        watch.Inbox.RefreshNow(compareAll: true);

        // What is left out is known at the end of the look only, after its last rows.
        await app.UntilAsync(watch.Inbox, now => now.Count == 900 && now.Parts is [{ State: { Phase: ZonePhase.InStep, Truncated: false } }]);
        await app.AssertAsMakeAsync("Alice", watch.Inbox.Snapshot);
    }

    [Fact]
    public void Zone_that_waits_has_a_fraction_only_where_an_earlier_time_gave_a_total()
    {
        Assert.Null(ZoneState.Waiting.Fraction);
        Assert.Equal(0, (ZoneState.Waiting with { Total = 1_000 }).Fraction);
    }

    /// <summary>Every state the zone goes through from the moment it is connected, for the first time or anew, until it is in step.</summary>
    private static async Task<ZoneState[]> StatesAsync(ConnectedApp app, PersonalInbox inbox)
    {
        var states = new ConcurrentQueue<ZoneState>();
        void Note()
        {
            if (inbox.Snapshot.Parts is [{ State: var state }])
                states.Enqueue(state);
        }

        inbox.Changed += Note;
        try
        {
            await app.ConnectAsync("Alice");
            await app.UntilAsync(inbox, _ => states.Any(state => state.Phase == ZonePhase.Loading) && states.Last().Phase == ZonePhase.InStep);
        }
        finally
        {
            inbox.Changed -= Note;
        }

        return [.. states];
    }
}
