using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Tests.Actions;

/// <summary>The database can't be written, while an action is accepted and while what became of it is to be noted.</summary>
public sealed class DatabaseTroubleTests : OutboxTest
{
    /// <summary>The inbox does not look by itself, so that whatever is listed is listed for the outbox.</summary>
    private static readonly Dictionary<string, string?> OutboxAlone = new() { ["Inbox:RefreshInterval"] = "1.00:00:00" };

    [Fact]
    public async Task Action_is_not_accepted_while_the_database_is_locked_and_nothing_is_done()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var watch = await app.WatchFilledAsync("Alice");

        await using (await LockAsync(app.Dashboard.DataDirectory))
            await AssertNotAcceptedAsync(app, watch.Inbox, "its database is busy. Try again");

        await AssertAcceptedAsync(app, watch.Inbox);
    }

    [Fact]
    public async Task Answer_that_comes_while_the_database_is_locked_is_noted_afterwards_and_nothing_is_sent_again()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone, OutboxAlone);
        using var watch = await app.WatchFilledAsync("Alice");
        var action = await HeldUpAsync(app, watch.Inbox);

        await using (await LockAsync(app.Dashboard.DataDirectory))
        {
            app.Sandbox.ClearFaults();
            await UntilNotWrittenAsync(app);
        }

        await AssertNotedOnceAsync(app, watch.Inbox, action);
    }

    [Fact]
    public async Task Action_is_not_accepted_on_a_full_disk_and_nothing_is_done()
    {
        using var disk = SmallDisk.Mount();
        await using var app = await ConnectedApp.StartAsync(OneZone, disk.Settings);
        using var watch = await app.WatchFilledAsync("Alice");

        await EmptyLogAsync(disk.Path);
        disk.Fill();
        await AssertNotAcceptedAsync(app, watch.Inbox, "its disk is full. Tell your administrator");

        disk.Free();
        await AssertAcceptedAsync(app, watch.Inbox);
    }

    [Fact]
    public async Task Answer_that_comes_while_the_disk_is_full_is_noted_afterwards_and_nothing_is_sent_again()
    {
        using var disk = SmallDisk.Mount();
        await using var app = await ConnectedApp.StartAsync(OneZone, new Dictionary<string, string?>(disk.Settings.Concat(OutboxAlone)));
        using var watch = await app.WatchFilledAsync("Alice");
        var action = await HeldUpAsync(app, watch.Inbox);

        await EmptyLogAsync(disk.Path);
        disk.Fill();
        app.Sandbox.ClearFaults();
        await UntilNotWrittenAsync(app);
        disk.Free();

        await AssertNotedOnceAsync(app, watch.Inbox, action);
    }

    private static async Task AssertNotAcceptedAsync(ConnectedApp app, PersonalInbox inbox, string reason)
    {
        var keys = Newest(inbox, 3);
        var refused = await Assert.ThrowsAsync<ActionNotAcceptedException>(() => DeleteAsync(app, inbox, keys));

        Assert.Equal($"Nothing was done: the portal could not write it down, because {reason}.", refused.Message);
        Assert.All(keys, key => Assert.NotNull(inbox.Snapshot.Find(key)));
        Assert.Empty(await app.Get<ActivityLog>().ListAsync(inbox.Owner, ActivityFilter.Everything, 0, 10, Cancellation));
    }

    private static async Task AssertAcceptedAsync(ConnectedApp app, PersonalInbox inbox)
    {
        var keys = Newest(inbox, 3);
        var receipt = await app.ReceiptAsync(inbox, await DeleteAsync(app, inbox, keys));

        Assert.Equal(Ids(keys), Ids(Only(receipt).Changed));
        Assert.Equal(Ids(keys), Assert.Single(Sent(app, ApiOperation.Delete)).Ids.Select(Client.NotificationId.Parse).Order());
    }

    /// <summary>An action that Make has carried out and whose answer is on its way, until the faults are cleared.</summary>
    private static async Task<NotificationAction?> HeldUpAsync(ConnectedApp app, PersonalInbox inbox)
    {
        app.Sandbox.Add(new Fault { Kind = FaultKind.Delay, Operation = ApiOperation.Delete, When = FaultMoment.After, DelayMilliseconds = 600_000, Times = 1 });
        var action = await DeleteAsync(app, inbox, Newest(inbox, 3));
        await app.ReceiptAsync(inbox, action, _ => Sent(app, ApiOperation.Delete).Length == 1);
        return action;
    }

    private static Task UntilNotWrittenAsync(ConnectedApp app) =>
        Wait.UntilAsync(() => app.Dashboard.Log.Lines.Any(line => line.Contains("could not be written; trying again", StringComparison.Ordinal)));

    private static async Task AssertNotedOnceAsync(ConnectedApp app, PersonalInbox inbox, NotificationAction? action)
    {
        var receipt = await app.ReceiptAsync(inbox, action);

        Assert.Equal((ActionState.Ended, 3, 0), (receipt.Action.State, receipt.Action.Changed, receipt.Action.Kept));
        Assert.Single(Sent(app, ApiOperation.Delete));
        // Told by the answer, not by a look.
        Assert.DoesNotContain(app.Sandbox.Log.SkipWhile(call => call.Operation != ApiOperation.Delete), call => call.Operation == ApiOperation.List);
    }

    /// <summary>Has the only write lock of the database until it is disposed of.</summary>
    private static async Task<SqliteConnection> LockAsync(string directory)
    {
        var database = await OpenAsync(directory);
        await ExecuteAsync(database, "BEGIN IMMEDIATE");
        return database;
    }

    /// <summary>What is written next needs new room on the disk.</summary>
    private static async Task EmptyLogAsync(string directory)
    {
        await using var database = await OpenAsync(directory);
        // Waits for whoever reads: a log that is read is left as it is, without an error.
        await ExecuteAsync(database, "PRAGMA busy_timeout = 30000; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task<SqliteConnection> OpenAsync(string directory)
    {
        var database = new SqliteConnection($"Data Source={Path.Combine(directory, "dashboard.db")};Pooling=False");
        await database.OpenAsync(Cancellation);
        return database;
    }

    private static async Task ExecuteAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
