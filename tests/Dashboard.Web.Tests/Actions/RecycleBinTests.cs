using System.Text;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Web.Actions;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Actions;

public sealed class RecycleBinTests : OutboxTest
{
    private const string Subject = "Unmistakable zebra crossing";
    private const string Body = "<p>Quite unmistakable marmalade</p>";

    [Fact]
    public async Task What_Make_has_deleted_is_in_the_bin_as_the_list_had_it()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var rows = Newest(watch.Inbox, 3).Select(key => watch.Inbox.Snapshot.Find(key)!.Value).ToArray();
        var asked = app.Time.GetUtcNow();

        await DeletedAsync(app, watch.Inbox, [.. rows.Select(row => row.Key)]);

        var contents = await ReadAsync(app, watch.Inbox);
        Assert.Equal(rows, contents.Snapshot.View(ById).Rows());
        Assert.Equal(watch.Inbox.Snapshot.Parts[0].Zone, Assert.Single(contents.Snapshot.Parts).Zone);
        Assert.All(rows, row => Assert.InRange(contents.DeletedAt[row.Key], asked.AddSeconds(10), app.Time.GetUtcNow()));
        Assert.Equal(0, contents.Unreadable);
    }

    [Fact]
    public async Task What_is_still_on_its_way_was_taken_back_or_stayed_is_not_in_the_bin()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 4);
        var undone = await DeleteAsync(app, watch.Inbox, keys[0]);
        Assert.Empty(Keys(await ReadAsync(app, watch.Inbox)));
        await app.Get<Outbox>().UndoAsync(watch.Inbox.Owner, undone!.Id, Cancellation);
        app.Sandbox.Add(new() { Kind = FaultKind.PartialDelete, Operation = ApiOperation.Delete, RefuseIds = [keys[2].Id.ToString()] });

        await DeletedAsync(app, watch.Inbox, keys[1], keys[2]);

        Assert.Equal([keys[1]], Keys(await ReadAsync(app, watch.Inbox)));
    }

    [Fact]
    public async Task Copies_are_sealed_at_rest_and_gone_from_the_file_once_deleted_for_good()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var key = await DeliverAsync(app, watch.Inbox);
        await OpenAsync(app, watch.Inbox, key);
        await DeletedAsync(app, watch.Inbox, key);
        var sealedCopies = await SealedAsync(app);

        Assert.Equal(Subject, Assert.Single((await ReadAsync(app, watch.Inbox)).Snapshot.View(ById).Rows()).Subject);
        Assert.Equal(Body, await app.Get<RecycleBin>().BodyAsync(watch.Inbox.Owner, key, Cancellation));
        Assert.False(await IsOnDiskAsync(app, Encoding.UTF8.GetBytes(Subject)));
        Assert.False(await IsOnDiskAsync(app, Encoding.UTF8.GetBytes(Body)));
        Assert.Equal(2, sealedCopies.Length);
        foreach (var copy in sealedCopies)
            Assert.True(await IsOnDiskAsync(app, copy[..64]));

        await app.Get<RecycleBin>().ForgetAsync(watch.Inbox.Owner, [key], Cancellation);

        Assert.Empty(Keys(await ReadAsync(app, watch.Inbox)));
        Assert.Null(await app.Get<RecycleBin>().BodyAsync(watch.Inbox.Owner, key, Cancellation));
        foreach (var copy in sealedCopies)
            Assert.False(await IsOnDiskAsync(app, copy[..64]));
    }

    [Fact]
    public async Task Copy_that_somebody_is_reading_is_gone_from_the_file_as_soon_as_it_was_read()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var key = Newest(watch.Inbox, 1)[0];
        await DeletedAsync(app, watch.Inbox, key);
        var copy = Assert.Single(await SealedAsync(app));
        Task forgetting = Task.CompletedTask;

        await ChangeAsync(app, async database =>
        {
            await database.Database.OpenConnectionAsync(Cancellation);
            await database.Database.ExecuteSqlRawAsync("BEGIN", Cancellation);
            Assert.Equal(1, await database.BinRows.CountAsync(Cancellation));
            forgetting = Task.Run(() => app.Get<RecycleBin>().ForgetAsync(watch.Inbox.Owner, [key], Cancellation), Cancellation);
            await Wait.UntilAsync(async _ => (await SealedAsync(app)).Length == 0);
            await database.Database.ExecuteSqlRawAsync("COMMIT", Cancellation);
        });
        await forgetting;

        Assert.False(await IsOnDiskAsync(app, copy[..64]));
    }

    [Fact]
    public async Task Deleting_some_for_good_leaves_the_others_of_the_same_request()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 3);
        foreach (var key in keys)
            await OpenAsync(app, watch.Inbox, key);
        await DeletedAsync(app, watch.Inbox, keys);
        var before = await SealedAsync(app);

        await app.Get<RecycleBin>().ForgetAsync(watch.Inbox.Owner, [keys[1]], Cancellation);

        Assert.Equal([keys[0], keys[2]], Keys(await ReadAsync(app, watch.Inbox)));
        Assert.NotNull(await app.Get<RecycleBin>().BodyAsync(watch.Inbox.Owner, keys[0], Cancellation));
        Assert.Null(await app.Get<RecycleBin>().BodyAsync(watch.Inbox.Owner, keys[1], Cancellation));
        // The rows were one sealed piece: it was written anew, and the body is gone.
        Assert.False(await IsOnDiskAsync(app, before[0][..64]));
        Assert.Equal(3, (await SealedAsync(app)).Length);
    }

    [Fact]
    public async Task Emptied_bin_holds_nothing_of_that_person_and_all_of_another()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        await DeletedAsync(app, alice.Inbox, Newest(alice.Inbox, 2));
        await DeletedAsync(app, ben.Inbox, Newest(ben.Inbox, 2));

        await app.Get<RecycleBin>().ForgetAllAsync(alice.Inbox.Owner, Cancellation);

        Assert.Empty(Keys(await ReadAsync(app, alice.Inbox)));
        Assert.Equal(2, Keys(await ReadAsync(app, ben.Inbox)).Length);
        Assert.Single(await SealedAsync(app));
    }

    [Fact]
    public async Task Another_person_reads_nothing_even_where_the_rows_are_given_to_them()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var alice = await app.WatchFilledAsync("Alice");
        var bens = app.KeyOf("Ben").ToString();
        var key = Newest(alice.Inbox, 1)[0];
        await OpenAsync(app, alice.Inbox, key);
        await DeletedAsync(app, alice.Inbox, key);
        Assert.Empty(Keys(await app.Get<RecycleBin>().ReadAsync(bens, Cancellation)));
        Assert.Null(await app.Get<RecycleBin>().BodyAsync(bens, key, Cancellation));

        await ChangeAsync(app, database => database.Database.ExecuteSqlAsync($"UPDATE BinRows SET Owner = {bens}; UPDATE Actions SET Owner = {bens};", Cancellation));

        var stolen = await app.Get<RecycleBin>().ReadAsync(bens, Cancellation);
        Assert.Equal((0, 1), (stolen.Snapshot.Count, stolen.Unreadable));
        Assert.Null(await app.Get<RecycleBin>().BodyAsync(bens, key, Cancellation));
    }

    [Fact]
    public async Task Body_is_kept_only_where_it_had_been_read()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var keys = Newest(watch.Inbox, 2);
        await OpenAsync(app, watch.Inbox, keys[1]);
        var opened = Sent(app, ApiOperation.Detail).Length;

        await DeletedAsync(app, watch.Inbox, keys);

        Assert.Null(await app.Get<RecycleBin>().BodyAsync(watch.Inbox.Owner, keys[0], Cancellation));
        Assert.NotEmpty((await app.Get<RecycleBin>().BodyAsync(watch.Inbox.Owner, keys[1], Cancellation))!);
        Assert.Equal(opened, Sent(app, ApiOperation.Detail).Length);
    }

    [Fact]
    public async Task Bin_is_searched_in_the_words_of_the_inbox()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");
        var key = await DeliverAsync(app, watch.Inbox);
        await DeletedAsync(app, watch.Inbox, Newest(watch.Inbox, 5));
        var snapshot = (await ReadAsync(app, watch.Inbox)).Snapshot;

        Assert.Equal([key], Found("zebra is:unread zone:eu1"));
        Assert.Equal(4, Found("-zebra").Length);
        Assert.Equal([key], Found($"id:{key.Id}"));

        NotificationKey[] Found(string query) => [.. snapshot.View(InboxQuery.Parse(query, "-id", null, out _)).Rows().Select(row => row.Key)];
    }

    [Fact]
    public async Task Connection_that_was_removed_leaves_its_copies_readable()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var key = Newest(watch.Inbox, 1)[0];
        await DeletedAsync(app, watch.Inbox, key);

        await app.Get<ConnectionRegister>().RemoveAsync(watch.Inbox.Owner, key.ConnectionId, Cancellation);

        Assert.Equal([key], Keys(await ReadAsync(app, watch.Inbox)));
    }

    [Fact]
    public async Task Bin_of_no_days_keeps_nothing()
    {
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?> { ["Actions:RecycleBinDays"] = "0" });
        using var watch = await app.WatchFilledAsync("Alice");

        await DeletedAsync(app, watch.Inbox, Newest(watch.Inbox, 2));

        Assert.Equal(0, app.Get<RecycleBin>().Days);
        Assert.Empty(Keys(await ReadAsync(app, watch.Inbox)));
        Assert.Empty(await SealedAsync(app));
    }

    [Fact]
    public async Task Key_ring_that_was_lost_is_counted_and_what_it_sealed_can_be_removed()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-kept-");
        try
        {
            var settings = new Dictionary<string, string?> { ["Dashboard:DataDirectory"] = data.FullName };
            string owner;
            await using (var app = await ConnectedApp.StartAsync(settings: settings))
            {
                using var watch = await app.WatchFilledAsync("Alice");
                owner = watch.Inbox.Owner;
                await DeletedAsync(app, watch.Inbox, Newest(watch.Inbox, 3));
            }

            Directory.Delete(Path.Combine(data.FullName, "keys"), recursive: true);
            await using (var bereft = await ConnectedApp.StartAsync(settings: settings))
            {
                var contents = await bereft.Get<RecycleBin>().ReadAsync(owner, Cancellation);
                Assert.Equal((0, 3), (contents.Snapshot.Count, contents.Unreadable));

                await bereft.Get<RecycleBin>().ForgetUnreadableAsync(owner, Cancellation);

                Assert.Equal(0, (await bereft.Get<RecycleBin>().ReadAsync(owner, Cancellation)).Unreadable);
                Assert.Empty(await SealedAsync(bereft));
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Task<BinContents> ReadAsync(ConnectedApp app, PersonalInbox inbox) => app.Get<RecycleBin>().ReadAsync(inbox.Owner, Cancellation);

    private static NotificationKey[] Keys(BinContents contents) => [.. contents.Snapshot.View(ById).Rows().Select(row => row.Key)];

    private static async Task DeletedAsync(ConnectedApp app, PersonalInbox inbox, params NotificationKey[] keys) =>
        await app.ReceiptAsync(inbox, await DeleteAsync(app, inbox, keys));

    private static async Task<NotificationKey> DeliverAsync(ConnectedApp app, PersonalInbox inbox)
    {
        using var alice = Person.Named("Alice", app.Sandbox);
        await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject = Subject, body = Body });
        inbox.RefreshNow();
        var query = InboxQuery.Parse("zebra", null, null, out _);
        var snapshot = await app.UntilAsync(inbox, now => now.View(query).Count == 1);
        return snapshot.View(query)[0].Key;
    }

    private static Task<OpenedNotification> OpenAsync(ConnectedApp app, PersonalInbox inbox, NotificationKey key) =>
        app.Get<NotificationReader>().OpenAsync(inbox, inbox.Snapshot.PartOf(key)!, key.Id, Cancellation);

    private static Task<bool> IsOnDiskAsync(ConnectedApp app, byte[] bytes) => Bytes.AreInFilesAsync(app.Dashboard.DataDirectory, bytes);

    /// <summary>Every sealed copy: of rows, then of bodies.</summary>
    private static async Task<byte[][]> SealedAsync(ConnectedApp app)
    {
        byte[][] copies = [];
        await ChangeAsync(app, async database => copies =
        [
            .. await database.BinRows.Select(row => row.Sealed).ToListAsync(Cancellation),
            .. await database.BinBodies.Select(row => row.Sealed).ToListAsync(Cancellation),
        ]);
        return copies;
    }

    private static async Task ChangeAsync(ConnectedApp app, Func<DashboardDb, Task> change)
    {
        await using var database = await app.Get<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation);
        await change(database);
    }
}
