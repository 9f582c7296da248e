using Dashboard.Sandbox.Api;
using Dashboard.Web.Actions;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Actions;

public sealed class RetentionTests : OutboxTest
{
    private static readonly Dictionary<string, string?> Days = new() { ["Actions:RecycleBinDays"] = "3", ["Actions:ActivityDays"] = "5" };

    [Fact]
    public async Task Copies_go_after_their_days_and_the_action_after_its_own()
    {
        await using var app = await ConnectedApp.StartAsync(settings: Days);
        using var watch = await app.WatchFilledAsync("Alice");
        await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 2)));

        Assert.Equal((2, 1), await KeptAfterAsync(app, watch.Inbox, TimeSpan.FromDays(3) - TimeSpan.FromMinutes(5)));
        Assert.Equal((0, 1), await KeptAfterAsync(app, watch.Inbox, TimeSpan.FromMinutes(5)));
        Assert.Equal((0, 1), await KeptAfterAsync(app, watch.Inbox, TimeSpan.FromDays(2) - TimeSpan.FromMinutes(5)));
        Assert.Equal((0, 0), await KeptAfterAsync(app, watch.Inbox, TimeSpan.FromMinutes(5)));
        Assert.Equal(0, await CountAsync(app, database => database.ActionBatches));
        Assert.Equal(0, await CountAsync(app, database => database.BinRows));
    }

    [Fact]
    public async Task What_is_not_over_is_kept_however_old_it_is()
    {
        await using var app = await ConnectedApp.StartAsync(settings: Days);
        using var watch = await app.WatchFilledAsync("Alice");
        var action = await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 1));
        Assert.True(await app.Get<Outbox>().PauseAsync(watch.Inbox.Owner, action!.Id, Cancellation));

        await KeptAfterAsync(app, watch.Inbox, TimeSpan.FromDays(30));

        Assert.Equal(1, await CountAsync(app, database => database.BinRows));
        Assert.Equal(1, await CountAsync(app, database => database.Actions));
        Assert.Empty(Sent(app, ApiOperation.Delete));
    }

    [Fact]
    public async Task Old_copies_go_by_themselves_within_an_hour()
    {
        await using var app = await ConnectedApp.StartAsync(settings: Days);
        using var watch = await app.WatchFilledAsync("Alice");
        await app.ReceiptAsync(watch.Inbox, await DeleteAsync(app, watch.Inbox, Newest(watch.Inbox, 1)));

        app.Time.Advance(TimeSpan.FromDays(3) + Retention.Pace);
        await Wait.UntilAsync(async _ => await CountAsync(app, database => database.BinRows) == 0);

        Assert.Equal(1, await CountAsync(app, database => database.Actions));
    }

    /// <returns>Copies in the bin and actions in the list, after so much more time.</returns>
    private static async Task<(int Copies, int Actions)> KeptAfterAsync(ConnectedApp app, PersonalInbox inbox, TimeSpan time)
    {
        app.Time.Advance(time);
        using var retention = ActivatorUtilities.CreateInstance<Retention>(app.Dashboard.Services);
        await retention.ForgetAsync(Cancellation);
        return (
            (await app.Get<RecycleBin>().ReadAsync(inbox.Owner, Cancellation)).Snapshot.Count,
            await app.Get<ActivityLog>().CountAsync(inbox.Owner, ActivityFilter.Everything, Cancellation));
    }

    private static async Task<int> CountAsync<T>(ConnectedApp app, Func<DashboardDb, IQueryable<T>> rows)
    {
        await using var database = await app.Get<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation);
        return await rows(database).CountAsync(Cancellation);
    }
}
