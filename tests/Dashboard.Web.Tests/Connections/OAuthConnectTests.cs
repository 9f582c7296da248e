using System.Net;
using System.Text;
using System.Web;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Testing;
using Dashboard.Web.Connections;
using Dashboard.Web.Proxy;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Connections;

/// <summary>Connecting by OAuth, over HTTP as a browser does it.</summary>
public sealed class OAuthConnectTests
{
    private const string Alice = "alice@harbour.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_who_allows_it_is_connected_and_no_token_shows_anywhere()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);

        Assert.Equal("/", await OAuthRoad.ConnectAsync(browser, Alice));

        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        Assert.Equal((ConnectionKind.OAuth, "Alice Archer", null), (connection.Kind, connection.AccountName, connection.Reconnect));
        Assert.Empty(connection.MissingScopes);
        var tokens = (await app.Get<CredentialVault>().OpenAsync(connection.Owner, connection.Id, Cancellation))!.OAuth!;
        foreach (var secret in new[] { tokens.AccessToken, tokens.RefreshToken!, app.Sandbox.Settings["Make:OAuth:ClientSecret"]! })
        {
            Assert.DoesNotContain(app.Dashboard.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            Assert.False(await Bytes.AreInFilesAsync(app.Dashboard.DataDirectory, Encoding.UTF8.GetBytes(secret)));
        }
    }

    [Fact]
    public async Task Scopes_that_were_not_granted_are_told_as_missing()
    {
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?> { ["Make:OAuth:Scopes"] = "notifications:read user:read" });
        using var browser = new Browser(app.Dashboard.Address);

        await OAuthRoad.ConnectAsync(browser, Alice);

        Assert.Equal([MakeScope.NotificationsWrite, MakeScope.OrganizationsRead], Assert.Single(await app.ConnectionsAsync("Alice")).MissingScopes);
    }

    [Fact]
    public async Task Consent_is_asked_for_with_a_challenge_and_only_at_the_address_of_the_settings()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();

        var consent = await OAuthRoad.BeginAsync(browser);

        Assert.Equal(app.Sandbox.Settings["Make:OAuth:AuthorizationEndpoint"], consent.GetLeftPart(UriPartial.Path));
        var asked = HttpUtility.ParseQueryString(consent.Query);
        Assert.Equal(("S256", 43, $"{app.Dashboard.Address}make/callback"), (asked["code_challenge_method"], asked["code_challenge"]!.Length, asked["redirect_uri"]));
        Assert.DoesNotContain("secret", consent.Query, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Person_who_denies_is_told_and_nothing_is_stored()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();

        var callback = await OAuthRoad.DecideAsync(browser, await OAuthRoad.BeginAsync(browser), "deny");

        AssertTold(ConnectOutcome.Denied, await OAuthRoad.ReturnAsync(browser, callback));
        await AssertNothingStoredAsync(app);
    }

    [Fact]
    public async Task Answer_that_another_browser_asked_for_connects_nobody()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var mallory = new Browser(app.Dashboard.Address);
        using var victim = new Browser(app.Dashboard.Address);
        (await mallory.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        (await victim.SignInAsync("ben@harbour.example", cancellationToken: Cancellation)).Dispose();
        var callback = await OAuthRoad.DecideAsync(mallory, await OAuthRoad.BeginAsync(mallory), Alice);

        AssertTold(ConnectOutcome.NotBegunHere, await OAuthRoad.ReturnAsync(victim, callback));
        AssertTold(ConnectOutcome.NotBegunHere, await OAuthRoad.ReturnAsync(victim, new Uri(app.Dashboard.Address, "/make/callback?code=x&state=forged")));

        await AssertNothingStoredAsync(app);
        Assert.DoesNotContain(app.Sandbox.Log, call => call.Operation == ApiOperation.Exchange);
        Assert.Equal("/", await OAuthRoad.ReturnAsync(mallory, callback));
        // A second time it is nobody's any more.
        AssertTold(ConnectOutcome.NotBegunHere, await OAuthRoad.ReturnAsync(mallory, callback));
    }

    [Theory]
    [InlineData("ben@harbour.example")]
    [InlineData(null)]
    public async Task Answer_that_meets_somebody_else_at_the_same_browser_connects_nobody(string? now)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var shared = new Browser(app.Dashboard.Address);
        (await shared.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        var callback = await OAuthRoad.DecideAsync(shared, await OAuthRoad.BeginAsync(shared), Alice);
        using var other = new Browser(app.Dashboard.Address);
        if (now is not null)
            (await other.SignInAsync(now, cancellationToken: Cancellation)).Dispose();
        shared.Keep(app.Dashboard.Address.Host, [$"dashboard={other.Cookies.GetValueOrDefault("dashboard")}; path=/"]);

        AssertTold(ConnectOutcome.SomebodyElse, await OAuthRoad.ReturnAsync(shared, callback));

        await AssertNothingStoredAsync(app);
    }

    [Fact]
    public async Task Code_that_is_used_up_is_told()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        var callback = await OAuthRoad.DecideAsync(browser, await OAuthRoad.BeginAsync(browser), Alice);
        using (var thief = new OAuthClientApp(app.Sandbox))
            await thief.RedeemAsync(HttpUtility.ParseQueryString(callback.Query)["code"]!);

        AssertTold(ConnectOutcome.CodeExpired, await OAuthRoad.ReturnAsync(browser, callback));

        await AssertNothingStoredAsync(app);
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Drop)]
    [InlineData(FaultKind.Throttle)]
    public async Task Token_endpoint_that_is_down_is_told(FaultKind fault)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Exchange, Kind = fault, Times = 1 });

        AssertTold(ConnectOutcome.OAuthDown, await OAuthRoad.ConnectAsync(browser, Alice));
        await AssertNothingStoredAsync(app);

        Assert.Equal("/", await OAuthRoad.AllowAsync(browser, Alice));
    }

    [Fact]
    public async Task Environment_that_is_not_in_the_settings_is_not_asked_for()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();

        AssertTold(ConnectOutcome.UnknownEnvironment, (await OAuthRoad.BeginAsync(browser, "https://elsewhere.example")).OriginalString);
    }

    [Fact]
    public async Task Post_without_the_forms_token_asks_nothing()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();

        using var answer = await browser.PostAsync("/make/connect", new Dictionary<string, string> { ["environment"] = ConnectedApp.Environment }, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_client_there_is_no_such_way()
    {
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?> { ["Make:OAuth:ClientId"] = "" });
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(Alice, cancellationToken: Cancellation)).Dispose();
        var form = new Dictionary<string, string> { ["environment"] = ConnectedApp.Environment, ["__RequestVerificationToken"] = await browser.HeaderTokenAsync(Cancellation) };

        using var answer = await browser.PostAsync("/make/connect", form, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(ConnectOutcome.Connected, await app.ConnectAsync("Alice"));
    }

    [Fact]
    public async Task Disconnecting_ends_the_access_at_Make()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        await OAuthRoad.ConnectAsync(browser, Alice);

        Assert.Contains(nameof(DisconnectOutcome.Revoked), await DisconnectAsync(app, browser), StringComparison.Ordinal);

        await AssertNothingStoredAsync(app);
        Assert.Equal((Alice, 200), Assert.Single(app.Sandbox.Log.Where(call => call.Operation == ApiOperation.Revoke).Select(call => (call.Account, call.Status))));
        Assert.False(app.Sandbox.RevokeOAuth(Alice));
    }

    [Fact]
    public async Task Disconnecting_forgets_the_credential_also_where_Make_can_not_be_told_and_says_so()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = new Browser(app.Dashboard.Address);
        await OAuthRoad.ConnectAsync(browser, Alice);
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Revoke, Kind = FaultKind.Drop });

        Assert.Contains(nameof(DisconnectOutcome.NotRevoked), await DisconnectAsync(app, browser), StringComparison.Ordinal);

        await AssertNothingStoredAsync(app);
    }

    [Fact]
    public async Task Person_who_closes_the_browser_while_Make_is_told_is_disconnected()
    {
        var held = new HeldAnswer();
        await using var app = await ConnectedApp.StartAsync(configure: services => services.AddHttpClient(MakeTokenEndpoint.HttpClient).AddHttpMessageHandler(() => held));
        using var browser = new Browser(app.Dashboard.Address);
        await OAuthRoad.ConnectAsync(browser, Alice);
        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        using var open = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var disconnecting = app.Get<ConnectionSetup>().DisconnectAsync(connection.Owner, connection.Id, open.Token);
        await held.Came;
        await open.CancelAsync();
        held.LetGo();

        Assert.Equal(DisconnectOutcome.Revoked, await disconnecting);
        await AssertNothingStoredAsync(app);
    }

    private static async Task<string?> DisconnectAsync(ConnectedApp app, Browser browser)
    {
        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        var form = new Dictionary<string, string> { ["connection"] = connection.Id.ToString(), ["__RequestVerificationToken"] = await browser.HeaderTokenAsync(Cancellation) };
        using var answer = await browser.PostAsync("/make/disconnect", form, Cancellation);
        return answer.Headers.Location?.OriginalString;
    }

    private static void AssertTold(ConnectOutcome outcome, string? address) =>
        Assert.StartsWith($"/settings/connections?outcome={outcome}", address, StringComparison.Ordinal);

    private static async Task AssertNothingStoredAsync(ConnectedApp app)
    {
        foreach (var person in new[] { "Alice", "Ben" })
            Assert.Empty(await app.ConnectionsAsync(person));
    }
}
