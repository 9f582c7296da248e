using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Connections;

/// <summary>Several connections of one person: each has a name of its own, which a query knows it by.</summary>
public sealed class NameTests
{
    private const string WithBen = $"{ConnectedApp.Environment} · Ben Brook";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_are_called_by_their_environment_and_where_that_is_taken_by_their_account()
    {
        await using var app = await ConnectedApp.StartAsync();
        await ConnectBothAsync(app);

        Assert.Equal([ConnectedApp.Environment, WithBen], (await app.ConnectionsAsync("Alice")).Select(connection => connection.Name));
    }

    [Fact]
    public async Task Query_shows_one_connection_or_all_also_after_it_was_renamed()
    {
        await using var app = await ConnectedApp.StartAsync();
        await ConnectBothAsync(app);
        using var watch = await app.WatchAsync("Alice");
        await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);
        Assert.Equal(400, Found(watch.Inbox.Snapshot, ""));
        Assert.Equal(200, Found(watch.Inbox.Snapshot, $"connection:\"{WithBen}\""));
        Assert.Equal(0, Found(watch.Inbox.Snapshot, "connection:ben"));

        var ben = (await app.ConnectionsAsync("Alice"))[1];
        Assert.True(await app.Get<ConnectionRegister>().RenameAsync(ben.Owner, ben.Id, " Ben ", Cancellation));

        await app.UntilAsync(watch.Inbox, now => Found(now, "connection:ben") == 200);
        Assert.Equal(0, Found(watch.Inbox.Snapshot, $"connection:\"{WithBen}\""));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("sandbox (NOT make)", false)]
    [InlineData("line\nbreak", false)]
    [InlineData("\u200B", false)]
    [InlineData("\uD83D\uDC68\u200D\uD83D\uDCBB", true)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890", false)]
    [InlineData("012345678901234567890123456789012345678901234567890123456789", true)]
    [InlineData("Bens <b>", true)]
    public async Task Name_is_short_and_taken_by_no_other_connection_of_the_person(string name, bool accepted)
    {
        await using var app = await ConnectedApp.StartAsync();
        await ConnectBothAsync(app);
        var ben = (await app.ConnectionsAsync("Alice"))[1];

        Assert.Equal(accepted, await app.Get<ConnectionRegister>().RenameAsync(ben.Owner, ben.Id, name, Cancellation));

        Assert.Equal(accepted ? name : WithBen, (await app.ConnectionsAsync("Alice"))[1].Name);
    }

    [Fact]
    public async Task Accounts_with_one_long_name_are_numbered_within_the_most_characters()
    {
        await using var app = await ConnectedApp.StartAsync();
        var register = app.Get<ConnectionRegister>();
        var owner = app.KeyOf("Alice").ToString();
        foreach (var account in Enumerable.Range(1, 4))
        {
            await register.AddAsync(
                new Connection
                {
                    Id = Guid.NewGuid(),
                    Owner = owner,
                    Environment = "Make",
                    Name = "Make",
                    AccountId = account,
                    AccountName = new string('n', 80),
                    AccountEmail = "",
                    Scopes = [],
                    Zones = [],
                    ConnectedAt = app.Time.GetUtcNow().AddSeconds(account),
                },
                [1],
                Cancellation);
        }

        Assert.Equal(
            ["Make", $"Make · {new string('n', 53)}", $"Make · {new string('n', 51)} 2", $"Make · {new string('n', 51)} 3"],
            (await register.ListAsync(owner, Cancellation)).Select(connection => connection.Name));
    }

    [Fact]
    public async Task Name_outlives_connecting_again_and_is_changed_by_nobody_else()
    {
        await using var app = await ConnectedApp.StartAsync();
        await app.ConnectAsync("Alice");
        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        var register = app.Get<ConnectionRegister>();

        Assert.False(await register.RenameAsync(app.KeyOf("Ben").ToString(), connection.Id, "Mine", Cancellation));
        Assert.True(await register.RenameAsync(connection.Owner, connection.Id, "Work", Cancellation));
        await app.ConnectAsync("Alice", token: 1);

        Assert.Equal("Work", Assert.Single(await app.ConnectionsAsync("Alice")).Name);
    }

    /// <summary>Alice's own account, and Ben's, who lent her his token.</summary>
    private static async Task ConnectBothAsync(ConnectedApp app)
    {
        Assert.Equal(ConnectOutcome.Connected, await app.ConnectAsync("Alice"));
        Assert.Equal(
            ConnectOutcome.Connected,
            await app.Get<ConnectionSetup>().ConnectAsync(app.KeyOf("Alice").ToString(), ConnectedApp.Environment, app.TokenOf("Ben"), Cancellation));
    }

    private static int Found(InboxSnapshot snapshot, string query) =>
        snapshot.View(new InboxQuery { Where = Query.QueryTextTests.Parsed(query) }).Count;
}
