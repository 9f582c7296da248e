using Dashboard.Sandbox.Api;
using Dashboard.Web.Actions;
using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Actions;

/// <summary>What another process had begun before it died.</summary>
public sealed class TakeoverTests : OutboxTest
{
    [Fact]
    public async Task Request_that_a_dead_process_had_noted_is_waited_out_from_now_on_since_nobody_knows_when_it_left()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var action = await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 3));
        var noted = app.Time.GetUtcNow() - TimeSpan.FromHours(3);
        await using (var database = await app.Get<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation))
        {
            await database.Actions.ExecuteUpdateAsync(
                row => row.SetProperty(one => one.State, nameof(ActionState.Running)).SetProperty(one => one.Holder, "a dead process").SetProperty(one => one.LeaseUntil, noted), Cancellation);
            await database.ActionBatches.ExecuteUpdateAsync(row => row.SetProperty(one => one.State, nameof(BatchState.Sent)).SetProperty(one => one.SentAt, noted), Cancellation);
        }

        var listed = Sent(app, ApiOperation.List).Length;
        var taken = app.Time.GetUtcNow();
        var waiting = await app.ReceiptAsync(watch.Inbox, action, now => now.WaitsFor is not null);

        Assert.True(waiting.Action.WaitsUntil - taken >= TimeSpan.FromHours(1));
        Assert.Equal(listed, Sent(app, ApiOperation.List).Length);
        var receipt = await app.ReceiptAsync(watch.Inbox, action, step: Leap);
        Assert.Equal((3, 0), (receipt.Action.Changed, receipt.Action.Kept));
        Assert.Single(Sent(app, ApiOperation.Delete));
    }
}
