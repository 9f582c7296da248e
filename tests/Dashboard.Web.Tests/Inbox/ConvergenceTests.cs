using System.Collections.Concurrent;
using System.Globalization;
using Dashboard.Client;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Inbox;

/// <summary>The real feed against the real sandbox, over HTTP, while the inbox at Make changes between any two pages.</summary>
public sealed class ConvergenceTests
{
    private const int Seeds = 5;

    /// <summary>Every so many refreshes all is compared; one more may have been under way.</summary>
    private const int MostRefreshes = 21;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    // Small pages, so that a few hundred rows are many of them.
    private static readonly SandboxOptions TwoZones = RunningDashboard.Small with { Zones = 2, Notifications = 240, Undocumented = new() { MaximumLimit = 30 } };

    private static readonly Dictionary<string, string?> SmallFirstPage = new() { ["Inbox:FirstPageSize"] = "25" };

    [Fact]
    public async Task Inbox_ends_up_as_Make_has_it_whatever_changes_meanwhile()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            try
            {
                await LiveAsync(seed);
            }
            catch (Exception failure) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                Assert.Fail($"Seed {seed}: {failure}");
            }
        }
    }

    private static async Task LiveAsync(int seed)
    {
        using var make = new BusyMake(seed);
        await using var app = await ConnectedApp.StartAsync(TwoZones, SmallFirstPage, services => services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => make)));
        using var elsewhere = Person.Named("Alice", app.Sandbox);
        make.Begin(elsewhere, "alice@harbour.example");
        var before = await IdsAsync(make);
        await app.ConnectAsync("Alice");

        make.IsBusy = true;
        using var watch = await app.WatchAsync("Alice");
        var (deleted, broken) = (new ConcurrentDictionary<NotificationKey, bool>(), new ConcurrentQueue<string>());
        watch.Inbox.Changed += () => Check(watch.Inbox, deleted, broken);
        make.InPortal = async (zone, dice) =>
        {
            foreach (var key in await DeleteInPortalAsync(app, watch.Inbox, zone, dice))
                deleted[key] = true;
        };
        var loaded = await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);
        make.IsBusy = false;
        Assert.Empty((await IdsAsync(make)).Intersect(before).Except(IdsOf(loaded)));
        await SettleAsync(app, watch.Inbox, make);

        for (var round = 0; round < 5; round++)
        {
            make.IsBusy = round % 2 == 0;
            await Task.WhenAll(make.ChangeAsync("1"), make.ChangeAsync("2"));
            await RefreshAsync(app, watch.Inbox);
        }

        make.IsBusy = false;
        await SettleAsync(app, watch.Inbox, make);
        Assert.Empty(broken);
    }

    /// <summary>Once nothing changes any more, the inbox is as Make has it no later than when all has been compared.</summary>
    private static async Task SettleAsync(ConnectedApp app, PersonalInbox inbox, BusyMake make)
    {
        string[] expected = [.. (await RowsAsync(make, "1")).Concat(await RowsAsync(make, "2"))];
        for (var refreshes = 0; refreshes < MostRefreshes && !expected.SequenceEqual(RowsOf(inbox.Snapshot)); refreshes++)
            await RefreshAsync(app, inbox);
        Assert.Equal(expected, RowsOf(inbox.Snapshot));
    }

    private static async Task RefreshAsync(ConnectedApp app, PersonalInbox inbox)
    {
        var before = app.Time.GetUtcNow();
        app.Time.Advance(Interval - TimeSpan.FromSeconds(1));
        await app.UntilAsync(inbox, now => now.Parts.All(part => part.State is { Phase: ZonePhase.InStep } state && state.InStepAt > before), TimeSpan.FromSeconds(1));
    }

    private static async Task<IReadOnlyCollection<NotificationKey>> DeleteInPortalAsync(ConnectedApp app, PersonalInbox inbox, string zone, Random dice)
    {
        var rows = inbox.Snapshot.View(new InboxQuery().WithZone($"eu{zone}.make.example")).Rows();
        NotificationKey[] keys = [.. rows.Skip(dice.Next(rows.Length + 1)).Take(dice.Next(1, 9)).Select(row => row.Key)];
        if (keys.Length == 0)
            return [];
        var part = inbox.Snapshot.PartOf(keys[0])!;
        var deleted = await app.Get<MakeProxy>().For(part.Connection, Urgency.Person, Purpose.Action)
            .DeleteNotificationsAsync([.. keys.Select(key => key.Id)], part.Zone.ImtZoneId, () => Task.CompletedTask, TestContext.Current.CancellationToken);
        inbox.Deleted(part.Connection.Id, part.Zone.Domain, deleted.ToHashSet());
        return [.. deleted.Select(id => keys[0] with { Id = id })];
    }

    /// <summary>At every moment that anybody can see: no id twice, highest first, and none that Make has confirmed as deleted.</summary>
    private static void Check(PersonalInbox inbox, ConcurrentDictionary<NotificationKey, bool> deleted, ConcurrentQueue<string> broken)
    {
        // In this order: what is deleted after the snapshot was taken is rightly in it.
        var gone = deleted.Keys.ToArray();
        var snapshot = inbox.Snapshot;
        foreach (var key in gone.Where(key => snapshot.Find(key) is not null))
            broken.Enqueue($"{key} is back");
        foreach (var part in snapshot.Parts)
        {
            NotificationId[] ids = [.. part.Rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.Count).Select(place => chunk[place].Id))];
            if (!ids.SequenceEqual(ids.Distinct().OrderDescending()))
                broken.Enqueue($"{part.Zone.Name}: {string.Join(' ', ids)}");
        }
    }

    private static async Task<HashSet<NotificationId>> IdsAsync(BusyMake make) =>
        [.. (await make.ListAsync("1")).Concat(await make.ListAsync("2")).Select(row => row.Id)];

    private static HashSet<NotificationId> IdsOf(InboxSnapshot snapshot) => [.. Snapshots.AllOf(snapshot).Select(row => row.Key.Id)];

    private static async Task<IEnumerable<string>> RowsAsync(BusyMake make, string zone) =>
        (await make.ListAsync(zone)).Select(row => Line($"eu{zone}.make.example", row.Id, row.Subject, row.Read));

    private static IEnumerable<string> RowsOf(InboxSnapshot snapshot) =>
        Snapshots.AllOf(snapshot).Select(row => Line(row.Key.Zone, row.Key.Id, row.Subject, row.Read));

    private static string Line(string zone, NotificationId id, string subject, DateTimeOffset? read) =>
        string.Create(CultureInfo.InvariantCulture, $"{zone} {id} {subject} {(read is { } at ? at.ToUnixTimeMilliseconds() : "unread")}");
}
