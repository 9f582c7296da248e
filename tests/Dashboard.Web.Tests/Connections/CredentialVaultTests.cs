using System.Text;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Connections;

public sealed class CredentialVaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sealed_row_copied_to_another_connection_opens_for_nobody()
    {
        await using var app = await ConnectedApp.StartAsync();
        var (alices, bens) = await ConnectBothAsync(app);
        await ChangeAsync(app, database => database.Database.ExecuteSqlAsync(
            $"UPDATE SealedCredentials SET Ciphertext = (SELECT Ciphertext FROM SealedCredentials WHERE ConnectionId = {alices.Id}) WHERE ConnectionId = {bens.Id}", Cancellation));

        await AssertNotSignedInAsync(app, bens);
        Assert.Equal("Alice Archer", (await app.Get<MakeProxy>().For(alices, Urgency.Person, Purpose.Check).GetMeAsync(Cancellation)).Name);
    }

    [Theory]
    [InlineData("UPDATE Connections SET Owner = {0} WHERE Id = {1}")]
    [InlineData("UPDATE Connections SET Owner = {0} WHERE Id = {1}; UPDATE SealedCredentials SET Owner = {0} WHERE ConnectionId = {1}")]
    public async Task Connection_given_to_another_owner_opens_for_nobody(string sql)
    {
        await using var app = await ConnectedApp.StartAsync();
        var (alices, bens) = await ConnectBothAsync(app);
        await ChangeAsync(app, database => database.Database.ExecuteSqlRawAsync(sql, [bens.Owner, alices.Id], Cancellation));

        var stolen = Assert.Single(await app.Get<ConnectionRegister>().ListAsync(bens.Owner, Cancellation), connection => connection.Id == alices.Id);

        await AssertNotSignedInAsync(app, stolen);
    }

    [Fact]
    public async Task Credential_that_was_sealed_before_payloads_had_a_version_opens()
    {
        await using var app = await ConnectedApp.StartAsync();
        await app.ConnectAsync("Alice");
        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        var old = app.Get<IDataProtectionProvider>().CreateProtector("Dashboard.Connections.CredentialVault", "v1", connection.Owner, connection.Id.ToString("N"))
            .Protect(Encoding.UTF8.GetBytes(app.TokenOf("Alice")));
        await ChangeAsync(app, database => database.SealedCredentials.ExecuteUpdateAsync(row => row.SetProperty(credential => credential.Ciphertext, old), Cancellation));

        Assert.Equal("Alice Archer", (await app.Get<MakeProxy>().For(connection, Urgency.Person, Purpose.Check).GetMeAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task Row_that_can_not_be_opened_has_to_be_connected_again_until_it_can_be()
    {
        await using var app = await ConnectedApp.StartAsync();
        await app.ConnectAsync("Alice");
        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        byte[] good = [];
        await ChangeAsync(app, async database => good = (await database.SealedCredentials.SingleAsync(Cancellation)).Ciphertext);
        await ChangeAsync(app, database => database.SealedCredentials.ExecuteUpdateAsync(row => row.SetProperty(credential => credential.Ciphertext, [1, 2, 3]), Cancellation));

        await AssertNotSignedInAsync(app, connection);
        Assert.Equal(ReconnectReason.Unreadable, Assert.Single(await app.ConnectionsAsync("Alice")).Reconnect);

        await ChangeAsync(app, database => database.SealedCredentials.ExecuteUpdateAsync(row => row.SetProperty(credential => credential.Ciphertext, good), Cancellation));
        Assert.Equal("Alice Archer", (await app.Get<MakeProxy>().For(connection, Urgency.Person, Purpose.Check).GetMeAsync(Cancellation)).Name);
        Assert.Null(Assert.Single(await app.ConnectionsAsync("Alice")).Reconnect);
    }

    [Fact]
    public async Task Disconnecting_leaves_no_trace_of_the_sealed_credential()
    {
        await using var app = await ConnectedApp.StartAsync();
        await app.ConnectAsync("Alice");
        var connection = Assert.Single(await app.Get<ConnectionRegister>().ListAsync(app.KeyOf("Alice").ToString(), Cancellation));
        byte[] ciphertext = [];
        await ChangeAsync(app, async database => ciphertext = (await database.SealedCredentials.SingleAsync(Cancellation)).Ciphertext);
        Assert.True(await Bytes.AreInFilesAsync(app.Dashboard.DataDirectory, ciphertext));

        Assert.True(await app.Get<ConnectionRegister>().RemoveAsync(connection.Owner, connection.Id, Cancellation));

        Assert.False(await Bytes.AreInFilesAsync(app.Dashboard.DataDirectory, ciphertext));
        Assert.False(await app.Get<ConnectionRegister>().RemoveAsync(connection.Owner, connection.Id, Cancellation));
        await AssertNotSignedInAsync(app, connection);
    }

    [Fact]
    public async Task Connection_outlives_a_restart_but_not_the_loss_of_the_key_ring()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-kept-");
        try
        {
            var settings = new Dictionary<string, string?> { ["Dashboard:DataDirectory"] = data.FullName };
            string owner;
            await using (var app = await ConnectedApp.StartAsync(settings: settings))
            {
                await app.ConnectAsync("Alice");
                owner = app.KeyOf("Alice").ToString();
            }

            await using (var again = await ConnectedApp.StartAsync(settings: settings))
            {
                using var watch = await again.WatchAsync("Alice");
                await again.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);
                Assert.Equal(200, watch.Inbox.Snapshot.Count);
            }

            Directory.Delete(Path.Combine(data.FullName, "keys"), recursive: true);
            await using (var bereft = await ConnectedApp.StartAsync(settings: settings))
            {
                using var watch = await bereft.WatchAsync("Alice");
                var snapshot = await bereft.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);
                Assert.All(snapshot.Parts, part => Assert.Equal((ZonePhase.Unreadable, new MakeFailure.NotSignedIn().Message), (part.State.Phase, part.State.Problem)));
                Assert.Equal(ConnectOutcome.Connected, await bereft.ConnectAsync("Alice"));
                await bereft.UntilAsync(watch.Inbox, now => now.Count == 200);
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<(Connection Alices, Connection Bens)> ConnectBothAsync(ConnectedApp app)
    {
        await app.ConnectAsync("Alice");
        await app.ConnectAsync("Ben");
        var register = app.Get<ConnectionRegister>();
        return (Assert.Single(await register.ListAsync(app.KeyOf("Alice").ToString(), Cancellation)), Assert.Single(await register.ListAsync(app.KeyOf("Ben").ToString(), Cancellation)));
    }

    private static async Task ChangeAsync(ConnectedApp app, Func<DashboardDb, Task> change)
    {
        await using var database = await app.Get<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation);
        await change(database);
    }

    private static async Task AssertNotSignedInAsync(ConnectedApp app, Connection connection)
    {
        var calls = app.Sandbox.Log.Count;
        var refused = await Assert.ThrowsAsync<MakeException>(() => app.Get<MakeProxy>().For(connection, Urgency.Person, Purpose.Check).GetMeAsync(Cancellation));
        Assert.IsType<MakeFailure.NotSignedIn>(refused.Failure);
        Assert.Equal(calls, app.Sandbox.Log.Count);
    }
}
