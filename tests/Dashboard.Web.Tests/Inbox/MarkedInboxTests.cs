using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Inbox;

/// <summary>Marks over the real feed, against the real sandbox.</summary>
public sealed class MarkedInboxTests
{
    private static readonly SandboxOptions OneZone = RunningDashboard.Small with { Zones = 1, Notifications = 1_000 };

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private static readonly InboxQuery ById = new() { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaving_rows_go_at_once_and_come_back_in_their_place()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var inbox = watch.Inbox;
        var (before, rows, changes) = (inbox.Snapshot, Rows(inbox), 0);
        // Marks tell of themselves on the thread that lays them; the feed's last word may still come on its own.
        var here = Environment.CurrentManagedThreadId;
        inbox.Changed += () => changes += Environment.CurrentManagedThreadId == here ? 1 : 0;
        RowMarks leaving = Marks(rows[0], rows[1], rows[500], rows[^1]);

        Mark(inbox, leaving, RowMarks.Empty);
        var without = Rows(inbox);
        Mark(inbox, leaving.With([]), RowMarks.Of([]));
        var marked = inbox.Snapshot;
        Mark(inbox, RowMarks.Empty, RowMarks.Empty);

        Assert.Equal(rows.Where(row => !leaving.Contains(row.Key.Id)), without);
        Assert.All([rows[0], rows[500]], row => Assert.Null(marked.Find(row.Key)));
        Assert.Equal((before.Unread, before.Parts[0].State), (marked.Unread, marked.Parts[0].State));
        Assert.Equal(rows, Rows(inbox));
        Assert.Equal(2, changes);
    }

    [Fact]
    public async Task Make_is_read_as_before_and_brings_no_leaving_row_back()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var (inbox, rows) = (watch.Inbox, Rows(watch.Inbox));
        var (leaving, done) = (Marks(rows[0], rows[700]), Marks(rows[1], rows[900]));
        Mark(inbox, leaving, done);
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject = "Something new" });

        var (at, lists) = (inbox.Snapshot.Parts[0].State.InStepAt, Lists(app));
        inbox.RefreshNow(compareAll: true);
        var snapshot = await app.UntilAsync(inbox, now => now.Count == 999 && now.Parts[0].State.InStepAt > at, Step);

        Assert.True(Lists(app) >= lists + 2);
        Assert.Equal(rows.Where(row => !leaving.Contains(row.Key.Id)).Select(row => row with { IsDone = done.Contains(row.Key.Id) }), Rows(inbox).Skip(1));
        Assert.Equal(1_001, snapshot.Parts[0].State.Rows);
        var listed = lists + Lists(app);
        await app.UntilAsync(inbox, now => now.Parts[0].State.InStepAt > snapshot.Parts[0].State.InStepAt + TimeSpan.FromMinutes(1), Step);
        Assert.Equal(listed, lists + Lists(app));
    }

    [Fact]
    public async Task Deletion_confirmed_while_leaving_is_not_undone_with_the_mark()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var (inbox, rows) = (watch.Inbox, Rows(watch.Inbox));
        var unread = rows.Where(row => row.IsUnread).Take(3).ToArray();
        Mark(inbox, Marks(unread), RowMarks.Empty);
        var before = inbox.Snapshot.Unread;

        inbox.Deleted(unread[0].Key.ConnectionId, unread[0].Key.Zone, new HashSet<NotificationId> { unread[0].Key.Id, unread[1].Key.Id });
        var confirmed = inbox.Snapshot;
        Mark(inbox, RowMarks.Empty, RowMarks.Empty);

        Assert.Equal((997, before - 2), (confirmed.Count, confirmed.Unread));
        Assert.Equal(rows.Except(unread[..2]), Rows(inbox));
        Assert.Equal(before - 2, inbox.Snapshot.Unread);
    }

    [Fact]
    public async Task Marks_are_there_before_the_first_row_of_a_feed_and_of_the_one_after_it()
    {
        var remembered = new RememberedMarks();
        await using var app = await ConnectedApp.StartAsync(OneZone, configure: services => services.AddSingleton<IInboxMarks>(remembered));
        InboxRow[] rows;
        using (var watch = await app.WatchFilledAsync("Alice"))
            rows = Rows(watch.Inbox);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        var (leaving, done) = (Marks(rows[0], rows[3]), Marks(rows[1], rows[2]));
        remembered.OnAttach = inbox =>
        {
            // The feed starts later.
            Assert.Empty(inbox.Snapshot.Parts);
            inbox.Mark(rows[0].Key.ConnectionId, rows[0].Key.Zone.ToUpperInvariant(), new ZoneMarks(leaving, done));
            return Task.CompletedTask;
        };

        for (var time = 0; time < 2; time++)
        {
            using (var watch = await app.WatchAsync("Alice"))
            {
                var ever = new HashSet<NotificationKey>();
                var filled = await app.UntilAsync(watch.Inbox, now =>
                {
                    lock (ever)
                        ever.UnionWith(Snapshots.AllOf(now).Where(row => !row.IsDone).Select(row => row.Key));
                    return ConnectedApp.IsFilled(now);
                });

                Assert.Equal(998, filled.Count);
                Assert.Equal(996, ever.Count);
                Assert.Equal([rows[1].Key, rows[2].Key], filled.View(ById with { Where = new Condition.Done(true) }).Rows().Select(row => row.Key));
            }

            app.Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(3, remembered.Attached);
    }

    [Fact]
    public async Task Marks_are_of_one_connection_and_zone()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var (inbox, rows) = (watch.Inbox, Rows(watch.Inbox));
        var ids = RowMarks.Of(rows.Select(row => row.Key.Id));

        inbox.Mark(Guid.NewGuid(), "eu1.make.example", new ZoneMarks(ids, ids));
        Assert.Equal(rows, Rows(inbox));
        inbox.Mark(rows[0].Key.ConnectionId, "EU1.make.example", new ZoneMarks(ids, RowMarks.Empty));

        Assert.Equal(rows.Where(row => row.Key.Zone != "eu1.make.example"), Rows(inbox));
    }

    [Fact]
    public async Task Marks_wait_for_a_feed_that_stops_and_starts_again()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var (inbox, rows, connection) = (watch.Inbox, Rows(watch.Inbox), watch.Inbox.Connections[0]);
        var sealedToken = app.Get<CredentialVault>().Seal(connection.Owner, connection.Id, app.TokenOf("Alice"));
        await app.Get<ConnectionRegister>().RemoveAsync(connection.Owner, connection.Id, Cancellation);
        await app.UntilAsync(inbox, now => now.Parts.Count == 0);

        Mark(inbox, connection.Id, Marks(rows[0]), Marks(rows[1]));
        await app.Get<ConnectionRegister>().AddAsync(connection, sealedToken, Cancellation);

        await app.UntilAsync(inbox, ConnectedApp.IsFilled);
        Assert.Equal(rows.Skip(1).Select(row => row with { IsDone = row == rows[1] }), Rows(inbox));
    }

    private static void Mark(PersonalInbox inbox, RowMarks leaving, RowMarks done) => Mark(inbox, inbox.Connections[0].Id, leaving, done);

    private static void Mark(PersonalInbox inbox, Guid connection, RowMarks leaving, RowMarks done) =>
        inbox.Mark(connection, "eu1.make.example", new ZoneMarks(leaving, done));

    private static RowMarks Marks(params InboxRow[] rows) => RowMarks.Of(rows.Select(row => row.Key.Id));

    private static InboxRow[] Rows(PersonalInbox inbox) => inbox.Snapshot.View(ById).Rows();

    private static int Lists(ConnectedApp app) => app.Sandbox.Log.Count(call => call.Operation == ApiOperation.List);
}
