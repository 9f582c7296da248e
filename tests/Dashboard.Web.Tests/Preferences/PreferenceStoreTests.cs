using Dashboard.Testing;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Preferences;

public sealed class PreferenceStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Preferences_are_each_persons_own_and_kept_as_they_were_set()
    {
        await using var app = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        var store = app.Services.GetRequiredService<PreferenceStore>();
        var wanted = new PersonPreferences
        {
            Columns = [new(InboxColumn.Subject, Width: 320), new(InboxColumn.Id, Shown: false)],
            Density = GridDensity.Compact,
            SingleLetterKeys = false,
            Overview = false,
            LastView = "?q=is%3Aunread",
            DefaultView = Guid.NewGuid(),
            ViewOrder = [Guid.NewGuid(), Guid.NewGuid()],
            HiddenViews = [Guid.NewGuid()],
            HasExamples = true,
        };

        var kept = await store.ChangeAsync("tenant.alice", _ => wanted, Cancellation);

        Assert.Equal(wanted, kept);
        Assert.Equal(wanted, await store.ReadAsync("tenant.alice", Cancellation));
        Assert.Equal(new PersonPreferences(), await store.ReadAsync("tenant.ben", Cancellation));
    }

    [Fact]
    public async Task Changes_at_the_same_time_all_count()
    {
        await using var app = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        var store = app.Services.GetRequiredService<PreferenceStore>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.ChangeAsync("tenant.alice", before => before with { ViewOrder = before.ViewOrder.Add(Guid.NewGuid()) }, Cancellation)));

        Assert.Equal(20, (await store.ReadAsync("tenant.alice", Cancellation)).ViewOrder.Length);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"density":"Enormous"}""")]
    public async Task Document_that_cannot_be_read_counts_as_none(string document)
    {
        await using var app = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation);
        database.Preferences.Add(new PreferenceRecord { Owner = "tenant.alice", Document = document });
        await database.SaveChangesAsync(Cancellation);

        Assert.Equal(new PersonPreferences(), await app.Services.GetRequiredService<PreferenceStore>().ReadAsync("tenant.alice", Cancellation));
    }

    [Fact]
    public async Task Change_is_told_after_it_is_kept()
    {
        await using var app = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        var store = app.Services.GetRequiredService<PreferenceStore>();
        var told = new List<string>();
        store.Changed += told.Add;

        await store.ChangeAsync("tenant.alice", before => before with { Overview = false }, Cancellation);
        await store.ChangeAsync("tenant.alice", before => before with { Overview = false }, Cancellation);

        Assert.Equal(["tenant.alice"], told);
    }
}
