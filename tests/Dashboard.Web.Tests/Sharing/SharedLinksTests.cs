using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Testing;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Dashboard.Web.Sharing;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Sharing;

public sealed class SharedLinksTests
{
    private const string Zone = "eu1.make.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Colleague_finds_the_own_copy_whether_or_not_copies_share_an_id(bool sameId)
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Undocumented = new() { CopiesShareId = sameId } });
        var id = await AddAsync(app, "Shared event", copies: true);
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        await ShareAsync(app, alice, id);

        var found = await ResolveAsync(app, "Ben", ben.Inbox.Snapshot, id);

        var row = sameId ? Assert.IsType<LinkResolution.Own>(found).Row : Assert.IsType<LinkResolution.Copy>(found).Row;
        Assert.Equal("Shared event", row.Subject);
        Assert.Equal(ben.Inbox.Connections[0].Id, row.Key.ConnectionId);
        Assert.Equal(sameId, row.Key.Id == id);
    }

    [Fact]
    public async Task Own_notification_is_found_by_its_id_without_being_shared()
    {
        await using var app = await ConnectedApp.StartAsync();
        var id = await AddAsync(app, "My event", copies: false);
        using var alice = await app.WatchFilledAsync("Alice");

        Assert.Equal("My event", Assert.IsType<LinkResolution.Own>(await ResolveAsync(app, "Alice", alice.Inbox.Snapshot, id)).Row.Subject);
        Assert.IsType<LinkResolution.Own>(await ResolveAsync(app, "Alice", alice.Inbox.Snapshot, id, Zone.ToUpperInvariant()));
    }

    [Fact]
    public async Task Several_that_could_be_it_are_all_offered()
    {
        await using var app = await ConnectedApp.StartAsync();
        var at = DateTimeOffset.UtcNow.AddHours(1);
        var id = await AddAsync(app, "Failing again", copies: false, created: at);
        await AddAsync(app, "Failing again", copies: false, created: at.AddSeconds(-20), account: "ben@harbour.example");
        await AddAsync(app, "Failing again", copies: false, created: at.AddSeconds(20), account: "ben@harbour.example");
        await AddAsync(app, "Failing again", copies: false, created: at.AddMinutes(5), account: "ben@harbour.example");
        await AddAsync(app, "Something else", copies: false, created: at, account: "ben@harbour.example");
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        await ShareAsync(app, alice, id);

        var rows = Assert.IsType<LinkResolution.Several>(await ResolveAsync(app, "Ben", ben.Inbox.Snapshot, id)).Rows;

        Assert.Equal([at.AddSeconds(-20).ToUnixTimeSeconds(), at.AddSeconds(20).ToUnixTimeSeconds()], rows.Select(row => row.Created.ToUnixTimeSeconds()).Order());
    }

    [Fact]
    public async Task Person_without_a_copy_learns_nothing_of_it()
    {
        await using var app = await ConnectedApp.StartAsync();
        var id = await AddAsync(app, "Confidential scenario", copies: false);
        using var alice = await app.WatchFilledAsync("Alice");
        using var carol = await app.WatchFilledAsync("Carol");
        await ShareAsync(app, alice, id);

        var why = Assert.IsType<LinkResolution.NotHere>(await ResolveAsync(app, "Carol", carol.Inbox.Snapshot, id)).Why;

        Assert.DoesNotContain("Confidential", why, StringComparison.Ordinal);
        Assert.DoesNotContain("Alice", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenant_can_not_tell_a_shared_link_from_one_that_was_never_shared()
    {
        await using var app = await ConnectedApp.StartAsync();
        var id = await AddAsync(app, "Shared event", copies: true);
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        await ShareAsync(app, alice, id);

        // Dora's object id is Alice's, in another tenant; here she even holds a colleague's rows.
        var shared = await ResolveAsync(app, "Dora", ben.Inbox.Snapshot, id);
        var never = await ResolveAsync(app, "Dora", ben.Inbox.Snapshot, NotificationId.Parse("999999"));
        var withoutConnections = await ResolveAsync(app, "Dora", InboxSnapshot.Empty, id);

        Assert.Equal(never, shared);
        Assert.Contains(Zone, Assert.IsType<LinkResolution.NotHere>(withoutConnections).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_id_in_another_inbox_is_not_taken_for_the_event()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Undocumented = new() { CopiesShareId = true } });
        var id = await AddAsync(app, "Shared event", copies: true);
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        var row = alice.Inbox.Snapshot.Find(Zone, id).Single();
        await app.Get<SharedLinks>().RecordAsync(app.KeyOf("Alice"), row with { Subject = "What it says in Alice's inbox" }, null, null, Cancellation);

        Assert.IsType<LinkResolution.NotHere>(await ResolveAsync(app, "Ben", ben.Inbox.Snapshot, id));
    }

    [Fact]
    public async Task Link_to_older_rows_is_still_loading_until_they_are_there()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Zones = 1, Notifications = 3_000 });
        using var alice = await app.WatchFilledAsync("Alice");
        var oldest = alice.Inbox.Snapshot.View(new InboxQuery { Sorts = [new InboxSort(InboxColumn.Id, Descending: false)] })[5];
        await ShareAsync(app, alice, oldest.Key.Id);
        await app.ConnectAsync("Ben");
        // The second page is held up until the first was looked at.
        app.Sandbox.Add(new Fault { Operation = ApiOperation.List, Kind = FaultKind.Delay, DelayMilliseconds = 600_000, Skip = 1 });
        using var ben = await app.WatchAsync("Ben");

        var partly = await app.UntilAsync(ben.Inbox, snapshot => snapshot.Count > 0);
        Assert.IsType<LinkResolution.StillLoading>(await ResolveAsync(app, "Ben", partly, oldest.Key.Id));
        app.Sandbox.ClearFaults();
        var whole = await app.UntilAsync(ben.Inbox, ConnectedApp.IsFilled);
        Assert.IsType<LinkResolution.Copy>(await ResolveAsync(app, "Ben", whole, oldest.Key.Id));
    }

    [Fact]
    public async Task Sharing_twice_or_at_once_keeps_one_record_without_the_subject()
    {
        await using var app = await ConnectedApp.StartAsync();
        var id = await AddAsync(app, "Confidential scenario", copies: false);
        using var alice = await app.WatchFilledAsync("Alice");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ShareAsync(app, alice, id))));
        await ShareAsync(app, alice, id, execution: "e1");

        await using var database = await app.Get<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal("e1", Assert.Single(await database.SharedLinks.ToListAsync(Cancellation)).ExecutionId);
        Assert.False(await Bytes.AreInFilesAsync(app.Dashboard.DataDirectory, "Confidential"u8.ToArray()));
    }

    private static Task ShareAsync(ConnectedApp app, InboxWatch sharer, NotificationId id, string? execution = null) => app.Get<SharedLinks>().RecordAsync(
        app.KeyOf("Alice"), sharer.Inbox.Snapshot.Find(Zone, id).Single(), null, execution, Cancellation);

    private static Task<LinkResolution> ResolveAsync(ConnectedApp app, string viewer, InboxSnapshot snapshot, NotificationId id, string zone = Zone) =>
        app.Get<SharedLinks>().ResolveAsync(app.KeyOf(viewer), snapshot, zone, id, Cancellation);

    /// <summary>Adds a notification and answers its id in the inbox of the account.</summary>
    private static async Task<NotificationId> AddAsync(ConnectedApp app, string subject, bool copies, DateTimeOffset? created = null, string account = "alice@harbour.example")
    {
        using var person = Person.Named("Alice", app.Sandbox);
        var answer = await person.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account, zone = 1, subject, copies, created });
        return NotificationId.Parse(answer.Rows.Single(copy => copy.GetProperty("account").GetString() == account).GetProperty("id").GetString()!);
    }
}
