using System.Net;
using System.Text;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Dashboard.Web.Tests.Identity;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Connections;

public sealed class ConnectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Token_is_connected_by_a_form_and_shows_nowhere(bool pasted)
    {
        await using var dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        using var browser = new Browser(dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        var form = new Dictionary<string, string> { ["environment"] = ConnectedApp.Environment, [FormTokens.Field] = await dashboard.FormTokenAsync(browser) };
        if (pasted)
            form["token"] = $" {dashboard.Sandbox.SampleTokens[0].Token.ToUpperInvariant()}\n";
        else
            form["sample"] = "0";

        using var answer = await browser.PostAsync("/make/token", form, Cancellation);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        var said = new StringBuilder(answer.ToString()).Append(await answer.Content.ReadAsStringAsync(Cancellation));
        foreach (var page in new[] { "/", "/settings/connections", "/settings/connections?outcome=Refused" })
        {
            using var shown = await browser.GetAsync(page, Cancellation);
            said.Append(shown).Append(await shown.Content.ReadAsStringAsync(Cancellation));
        }

        using (var watch = await dashboard.Services.GetRequiredService<Inboxes>().WatchAsync(OwnerOf("Alice", dashboard.Sandbox), Cancellation))
            Assert.Single(watch.Inbox.Connections);
        said.AppendJoin('\n', dashboard.Log.Lines);
        Assert.All(Spellings(dashboard.Sandbox), secret => Assert.DoesNotContain(secret, said.ToString(), StringComparison.OrdinalIgnoreCase));
        await AssertOnNoDiskAsync(dashboard);
    }

    [Fact]
    public async Task Second_token_of_the_same_account_takes_the_place_of_the_first()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small);
        await app.ConnectAsync("Alice");
        var first = await OnlyAsync(app, "Alice");

        await app.ConnectAsync("Alice", token: 1);

        var second = await OnlyAsync(app, "Alice");
        // Under the same id, so that what waits for it goes on.
        Assert.Equal((first.Id, first.AccountId), (second.Id, second.AccountId));
        Assert.Empty(first.MissingScopes);
        Assert.NotEmpty(second.MissingScopes);
        Assert.Equal(first.Zones, second.Zones);
    }

    [Fact]
    public async Task Connection_says_what_its_token_may_do_and_where()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { RequestsPerMinute = 240 });
        await app.ConnectAsync("Alice");
        await app.ConnectAsync("Ben", token: 1);

        var (alices, bens) = (await OnlyAsync(app, "Alice"), await OnlyAsync(app, "Ben"));

        Assert.Empty(alices.MissingScopes);
        Assert.Equal(("Alice Archer", 101, 240), (alices.AccountName, alices.OrganizationId, alices.RequestsPerMinute));
        Assert.Equal([(1, "eu1.make.example"), (2, "eu2.make.example"), (3, "us1.make.example"), (4, "us2.make.example")], alices.Zones.Select(zone => (zone.ImtZoneId!.Value, zone.Domain)));
        Assert.Equal([MakeScope.UserRead, MakeScope.OrganizationsRead], bens.MissingScopes);
        Assert.Equal((null, null), (bens.OrganizationId, bens.RequestsPerMinute));
    }

    [Theory]
    [InlineData(401, ConnectOutcome.Refused)]
    [InlineData(403, ConnectOutcome.Refused)]
    [InlineData(404, ConnectOutcome.NotMake)]
    [InlineData(429, ConnectOutcome.Throttled)]
    [InlineData(503, ConnectOutcome.Unreachable)]
    public async Task Answer_that_refuses_stores_nothing(int status, ConnectOutcome outcome)
    {
        await using var app = await ConnectedApp.StartAsync();
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Status = status, Operation = ApiOperation.Me });

        Assert.Equal(outcome, await app.ConnectAsync("Alice"));

        await AssertNothingStoredAsync(app);
    }

    [Theory]
    [InlineData("no token at all", ConnectedApp.Environment, ConnectOutcome.NotAToken)]
    [InlineData("", ConnectedApp.Environment, ConnectOutcome.NotAToken)]
    [InlineData("a11ce000-1111-4111-8111-111111111111", "Elsewhere", ConnectOutcome.UnknownEnvironment)]
    [InlineData("a11ce000-9999-4999-8999-999999999999", ConnectedApp.Environment, ConnectOutcome.Refused)]
    [InlineData("a11ce000-1111-4111-8111-111111111111", "Web page", ConnectOutcome.NotMake)]
    [InlineData("a11ce000-1111-4111-8111-111111111111", "Nothing", ConnectOutcome.Unreachable)]
    public async Task Token_or_place_that_does_not_work_stores_nothing(string token, string environment, ConnectOutcome outcome)
    {
        await using var site = await WebPage.StartAsync();
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Make:Environments:1:Name"] = "Web page",
            ["Make:Environments:1:BaseUrl"] = site.Address,
            ["Make:Environments:2:Name"] = "Nothing",
            // Nobody listens on the port for discarding.
            ["Make:Environments:2:BaseUrl"] = "http://127.0.0.1:9",
        });

        Assert.Equal(outcome, await app.Get<ConnectionSetup>().ConnectAsync(app.KeyOf("Alice").ToString(), environment, token, Cancellation));

        await AssertNothingStoredAsync(app);
    }

    [Theory]
    [InlineData(ZoneList.Empty)]
    [InlineData(ZoneList.NotFound)]
    public async Task Platform_without_zones_is_one_zone_named_by_its_host_and_no_zone_is_sent(ZoneList list)
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Zones = 1, Undocumented = new() { ZoneList = list, MissingZone = MissingZone.FirstZone } });

        using var watch = await app.WatchFilledAsync("Alice");

        Assert.Equal(new Zone(null, app.Sandbox.Address.Host, ConnectedApp.Environment), Assert.Single(watch.Inbox.Snapshot.Parts).Zone);
        Assert.Equal(200, watch.Inbox.Snapshot.Count);
        Assert.All(app.Sandbox.Log, call => Assert.Null(call.ZoneId));
    }

    [Fact]
    public async Task Check_of_a_token_is_charged_to_its_organization_and_bounded_for_each_person()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { RequestsPerMinute = 100 }, new Dictionary<string, string?> { ["Make:RequestsPerMinute"] = "12" });
        await app.ConnectAsync("Alice");
        await app.ConnectAsync("Alice");
        var connection = (await app.Get<ConnectionRegister>().ListAsync(app.KeyOf("Alice").ToString(), Cancellation))[0];

        Assert.Equal(90, app.Get<MakeProxy>().Budget(connection).Left);
        Assert.Equal(ConnectOutcome.Throttled, await app.ConnectAsync("Alice"));
        Assert.Equal(ConnectOutcome.Connected, await app.ConnectAsync("Ben"));
    }

    [Fact]
    public async Task Connection_of_another_person_can_not_be_removed()
    {
        await using var dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        var register = dashboard.Services.GetRequiredService<ConnectionRegister>();
        var alice = OwnerOf("Alice", dashboard.Sandbox);
        await dashboard.Services.GetRequiredService<ConnectionSetup>().ConnectAsync(alice, ConnectedApp.Environment, dashboard.Sandbox.SampleTokens[0].Token, Cancellation);
        var connection = Assert.Single(await register.ListAsync(alice, Cancellation));
        using var ben = new Browser(dashboard.Address);
        (await ben.SignInAsync("ben@harbour.example", cancellationToken: Cancellation)).Dispose();
        var form = new Dictionary<string, string> { ["connection"] = connection.Id.ToString(), [FormTokens.Field] = await dashboard.FormTokenAsync(ben) };

        using var answer = await ben.PostAsync("/make/disconnect", form, Cancellation);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Single(await register.ListAsync(alice, Cancellation));
        Assert.NotEmpty((await dashboard.Services.GetRequiredService<MakeProxy>().For(connection, Urgency.Person, Purpose.Check).GetMeAsync(Cancellation)).Name!);
    }

    private static async Task<Connection> OnlyAsync(ConnectedApp app, string name) =>
        Assert.Single(await app.Get<ConnectionRegister>().ListAsync(app.KeyOf(name).ToString(), Cancellation));

    private static async Task AssertNothingStoredAsync(ConnectedApp app)
    {
        Assert.Empty(await app.Get<ConnectionRegister>().ListAsync(app.KeyOf("Alice").ToString(), Cancellation));
        Assert.All(Spellings(app.Sandbox), secret => Assert.DoesNotContain(app.Dashboard.Log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        await AssertOnNoDiskAsync(app.Dashboard);
    }

    private static async Task AssertOnNoDiskAsync(RunningDashboard dashboard)
    {
        foreach (var secret in Spellings(dashboard.Sandbox))
            Assert.False(await Bytes.AreInFilesAsync(dashboard.DataDirectory, Encoding.UTF8.GetBytes(secret)));
    }

    /// <summary>Every sample token as text, without hyphens and in base64, with and without its scheme.</summary>
    private static IEnumerable<string> Spellings(SandboxServer sandbox) => sandbox.SampleTokens.Select(sample => sample.Token)
        .SelectMany(token => new[] { token, token.Replace("-", "", StringComparison.Ordinal), Base64(token), Base64($"Token {token}") });

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');

    private static string OwnerOf(string name, SandboxServer sandbox)
    {
        var account = Person.AccountOf(name, sandbox);
        return $"{account.TenantId}.{account.ObjectId}";
    }
}
