using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Testing;
using Dashboard.Web.Actions;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Actions;

namespace Dashboard.Web.Tests.Connections;

/// <summary>A connection that Make does not accept any more waits for the person: nothing is asked of Make, nothing queued is lost, and all goes on after.</summary>
public sealed class ReconnectTests : OutboxTest
{
    private const string Alice = "alice@harbour.example";

    [Fact]
    public async Task Revoked_connection_says_so_stops_polling_and_carries_out_what_waited_once_it_is_connected_again()
    {
        // No look is under way when the action finds out.
        await using var app = await ConnectedApp.StartAsync(OneZone, new Dictionary<string, string?> { ["Inbox:RefreshInterval"] = "00:05:00" });
        using var browser = new Browser(app.Dashboard.Address);
        await OAuthRoad.ConnectAsync(browser, Alice);
        using var watch = await app.WatchAsync("Alice");
        await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);
        var before = Assert.Single(await app.ConnectionsAsync("Alice"));
        app.Sandbox.RevokeOAuth(Alice);
        var keys = Newest(watch.Inbox, 3);

        var action = await DeleteAsync(app, watch.Inbox, keys);
        var waiting = await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor?.StartsWith("Waits until", StringComparison.Ordinal) == true);

        Assert.Equal($"Waits until you connect {ConnectedApp.Environment} to Make again.", waiting.Action.WaitsFor);
        Assert.Equal((0, 0), (waiting.Action.Changed, waiting.Action.Kept));
        await app.UntilAsync(watch.Inbox, now => Assert.Single(now.Parts).State is { Phase: ZonePhase.Unreadable, Problem: not null });
        app.Sandbox.ClearLog();
        app.Time.Advance(TimeSpan.FromMinutes(10));
        await app.ReceiptAsync(watch.Inbox, action, now => now.IsLive);
        Assert.Empty(app.Sandbox.Log);

        Assert.Equal("/", await OAuthRoad.AllowAsync(browser, Alice));
        var receipt = await app.ReceiptAsync(watch.Inbox, action);

        Assert.Equal(keys.Length, receipt.Action.Changed);
        // Nobody has tried in between.
        Assert.DoesNotContain(app.Sandbox.Log, call => call.Status == 401);
        Assert.Equal([200], Sent(app, ApiOperation.Delete).Select(call => call.Status));
        await app.UntilAsync(watch.Inbox, now => ConnectedApp.IsFilled(now) && now.Count == 197);
        var after = Assert.Single(await app.ConnectionsAsync("Alice"));
        Assert.Equal((before.Id, null), (after.Id, after.Reconnect));
    }

    [Fact]
    public async Task Action_that_waits_for_its_connection_can_be_stopped()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.Status, Status = 401, Times = 1 });
        var action = await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 2));
        await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor?.StartsWith("Waits until", StringComparison.Ordinal) == true);

        Assert.True(await app.Get<Outbox>().StopAsync(watch.Inbox.Owner, action!.Id, Cancellation));
        var receipt = await app.ReceiptAsync(watch.Inbox, action);

        Assert.Equal((0, 2), (receipt.Action.Changed, receipt.Action.Kept));
        Assert.Single(Sent(app, ApiOperation.Delete));
    }

    [Fact]
    public async Task What_was_lost_on_the_way_is_looked_for_once_the_connection_is_back()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.Drop, When = FaultMoment.After, Times = 1 });
        var action = await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 2));
        var lost = await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor is not null);
        Assert.Contains("answer was lost", lost.Action.WaitsFor, StringComparison.Ordinal);

        // The feed lists, too, as the clock leaps: whoever asks first, both are refused.
        app.Sandbox.Add(new Fault { Operation = ApiOperation.List, Kind = FaultKind.Status, Status = 401 });
        await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor?.StartsWith("Waits until", StringComparison.Ordinal) == true, Leap);
        app.Sandbox.ClearFaults();
        Assert.Equal(ConnectOutcome.Connected, await app.ConnectAsync("Alice"));
        var receipt = await app.ReceiptAsync(watch.Inbox, action);

        Assert.Equal((2, 0), (receipt.Action.Changed, receipt.Action.Kept));
        Assert.Single(Sent(app, ApiOperation.Delete));
    }

    [Fact]
    public async Task Action_that_fails_for_it_shows_the_inbox_at_once_and_another_process_at_its_next_look()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-two-");
        try
        {
            await using var app = await ConnectedApp.StartAsync(OneZone, new Dictionary<string, string?> { ["Dashboard:DataDirectory"] = data.FullName });
            await using var other = await ConnectedApp.StartAsync(OneZone, new Dictionary<string, string?>(app.Sandbox.Settings) { ["Dashboard:DataDirectory"] = data.FullName });
            using var watch = await app.WatchFilledAsync("Alice");
            using var elsewhere = await other.WatchAsync("Alice");
            await other.UntilAsync(elsewhere.Inbox, ConnectedApp.IsFilled);
            app.Sandbox.Add(new Fault { Operation = ApiOperation.Detail, Kind = FaultKind.Status, Status = 401, Times = 1 });
            var part = Assert.Single(watch.Inbox.Snapshot.Parts);

            var refused = await Assert.ThrowsAsync<MakeException>(
                () => app.Get<Web.Reading.NotificationReader>().OpenAsync(watch.Inbox, part, Newest(watch.Inbox, 1)[0].Id, Cancellation));

            Assert.IsType<MakeFailure.NotSignedIn>(refused.Failure);
            // The clock stands still here.
            await app.UntilAsync(watch.Inbox, now => Assert.Single(now.Parts).State.Phase == ZonePhase.Unreadable);
            await other.UntilAsync(elsewhere.Inbox, now => Assert.Single(now.Parts).State.Phase == ZonePhase.Unreadable, TimeSpan.FromSeconds(5));

            Assert.Equal(ConnectOutcome.Connected, await app.ConnectAsync("Alice"));
            await app.UntilAsync(watch.Inbox, now => Assert.Single(now.Parts).State.Phase == ZonePhase.InStep);
            await other.UntilAsync(elsewhere.Inbox, now => Assert.Single(now.Parts).State.Phase == ZonePhase.InStep, TimeSpan.FromSeconds(5));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
