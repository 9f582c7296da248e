using System.Net;
using System.Text.Json;
using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Testing.Crash;
using Dashboard.Web.Connections;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Connections;

/// <summary>Access tokens are renewed once for all who wait, lose nothing where that fails, and say so where it fails for good.</summary>
public sealed class OAuthRenewalTests
{
    private const string Alice = "alice@harbour.example";

    /// <summary>Longer than an access token lives.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_waiting_calls_renew_once_and_the_first_one_that_gives_up_takes_nobody_with_it()
    {
        await using var app = await ConnectedApp.StartAsync();
        var connection = await ConnectAsync(app);
        app.Time.Advance(Later);
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Refresh, Kind = FaultKind.Delay, DelayMilliseconds = 600_000, Times = 1 });
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var make = app.Get<MakeProxy>().For(connection, Urgency.Person, Purpose.Check);

        var first = make.GetMeAsync(impatient.Token);
        var others = Enumerable.Range(0, 49).Select(_ => make.GetMeAsync(Cancellation)).ToArray();
        await Wait.UntilAsync(() => app.Sandbox.Faults.Count == 0);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        app.Sandbox.ClearFaults();
        Assert.All(await Task.WhenAll(others), user => Assert.Equal("Alice Archer", user.Name));
        Assert.Single(app.Sandbox.Log, call => call.Operation == ApiOperation.Refresh);
    }

    [Fact]
    public async Task Two_processes_renew_once_and_both_go_on()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        enough.CancelAfter(TimeSpan.FromMinutes(3));
        const int Rows = 40;
        await using var site = await CrashSite.StartAsync(Built.App, Rows, new Dictionary<string, string?>(), enough.Token);
        using var one = await site.StartPortalAsync();
        using var two = await site.StartPortalAsync();
        using var browser = new Browser(one.Address);
        Assert.Equal("/", await OAuthRoad.ConnectAsync(browser, Alice));
        using var other = new Browser(two.Address);
        other.Keep(two.Address.Host, browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}; path=/"));
        // What a process does for the first time takes it long, and the second is to come while the first still renews.
        (await other.GetAsync("/settings/connections", Cancellation)).Dispose();
        site.Sandbox.ClearLog();
        // Each process finds its access token refused, and the second while the first renews it.
        site.Sandbox.Add(new Fault { Operation = ApiOperation.Unread, Kind = FaultKind.Status, Status = 401, Times = 2 });
        site.Sandbox.Add(new Fault { Operation = ApiOperation.Refresh, Kind = FaultKind.Delay, DelayMilliseconds = 600_000 });

        var filled = Task.WhenAll(FilledAsync(browser, Rows), FilledAsync(other, Rows));
        await Wait.UntilAsync(() => site.Sandbox.Log.Count(call => call is { Operation: ApiOperation.Unread, Status: 401 }) == 2);
        // Nothing tells of one who waits for another's renewal: it has this long to begin. One that comes later finds the tokens renewed.
        await Task.Delay(TimeSpan.FromSeconds(2), enough.Token);
        site.Sandbox.ClearFaults();
        await filled;

        Assert.Equal([200], site.Sandbox.Log.Where(call => call.Operation == ApiOperation.Refresh).Select(call => call.Status));
        Assert.Equal([200, 200, 401, 401], site.Sandbox.Log.Where(call => call.Operation == ApiOperation.Unread).Select(call => call.Status).Order());
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Throttle)]
    public async Task Token_endpoint_that_is_down_keeps_the_connection_and_a_later_call_renews(FaultKind fault)
    {
        await using var app = await ConnectedApp.StartAsync();
        var connection = await ConnectAsync(app);
        app.Time.Advance(Later);
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Refresh, Kind = fault, Times = 1 });

        Assert.IsType<MakeFailure.Unavailable>((await FailsAsync(app, connection)).Failure);

        Assert.Null(Assert.Single(await app.ConnectionsAsync("Alice")).Reconnect);
        Assert.Equal("Alice Archer", (await MeAsync(app, connection)).Name);
        Assert.Equal(2, app.Sandbox.Log.Count(call => call.Operation == ApiOperation.Refresh));
    }

    [Fact]
    public async Task Access_token_that_still_lives_is_used_while_the_token_endpoint_is_down()
    {
        await using var app = await ConnectedApp.StartAsync();
        var connection = await ConnectAsync(app);
        app.Time.Advance(TimeSpan.FromSeconds(250));
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Refresh, Kind = FaultKind.Status, Times = 1 });

        Assert.Equal("Alice Archer", (await MeAsync(app, connection)).Name);
        Assert.Single(app.Sandbox.Log, call => call.Operation == ApiOperation.Refresh);
    }

    [Fact]
    public async Task Refused_renewal_asks_for_the_person_and_nothing_more_of_Make()
    {
        await using var app = await ConnectedApp.StartAsync();
        var connection = await ConnectAsync(app);
        app.Time.Advance(Later);
        Assert.True(app.Sandbox.RevokeOAuth(Alice));

        Assert.IsType<MakeFailure.NotSignedIn>((await FailsAsync(app, connection)).Failure);
        var asked = app.Sandbox.Log.Count;
        Assert.IsType<MakeFailure.NotSignedIn>((await FailsAsync(app, connection)).Failure);

        Assert.Equal(asked, app.Sandbox.Log.Count);
        Assert.Equal(ReconnectReason.Refused, Assert.Single(await app.ConnectionsAsync("Alice")).Reconnect);
    }

    [Fact]
    public async Task Refused_renewal_says_nothing_of_a_connection_that_was_connected_again_meanwhile()
    {
        var held = new HeldAnswer();
        await using var app = await ConnectedApp.StartAsync(configure: services => services.AddHttpClient(MakeTokenEndpoint.HttpClient).AddHttpMessageHandler(() => held));
        using var browser = new Browser(app.Dashboard.Address);
        Assert.Equal("/", await OAuthRoad.ConnectAsync(browser, Alice));
        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        app.Time.Advance(Later);
        Assert.True(app.Sandbox.RevokeOAuth(Alice));

        var failing = FailsAsync(app, connection);
        await held.Came;
        Assert.Equal("/", await OAuthRoad.AllowAsync(browser, Alice));
        held.LetGo();
        await failing;

        Assert.Null(Assert.Single(await app.ConnectionsAsync("Alice")).Reconnect);
        Assert.Equal("Alice Archer", (await MeAsync(app, connection)).Name);
    }

    [Fact]
    public async Task Change_whose_token_is_refused_is_sent_once_more_with_a_renewed_one_and_that_is_logged()
    {
        await using var app = await ConnectedApp.StartAsync();
        var connection = await ConnectAsync(app);
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.Status, Status = 401, Times = 1 });
        var before = Used(app, connection);

        var deleted = await app.Get<MakeProxy>().For(connection, Urgency.Person, Purpose.Action)
            .DeleteNotificationsAsync([NotificationId.Parse("1")], 1, () => Task.CompletedTask, Cancellation);

        Assert.Equal([NotificationId.Parse("1")], deleted);
        Assert.Equal(
            [(ApiOperation.Delete, 401), (ApiOperation.Refresh, 200), (ApiOperation.Delete, 200)],
            app.Sandbox.Log.TakeLast(3).Select(call => (call.Operation, call.Status)));
        Assert.Single(app.Dashboard.Log.Lines, line => line.Contains("the request is sent once more", StringComparison.Ordinal));
        Assert.Equal(before + 2, Used(app, connection));
    }

    [Fact]
    public async Task Renewed_token_that_is_refused_too_asks_for_the_person()
    {
        await using var app = await ConnectedApp.StartAsync();
        var connection = await ConnectAsync(app);
        app.Sandbox.ClearLog();
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Delete, Kind = FaultKind.Status, Status = 401 });

        var refused = await Assert.ThrowsAsync<MakeException>(() => app.Get<MakeProxy>().For(connection, Urgency.Person, Purpose.Check)
            .DeleteNotificationsAsync([NotificationId.Parse("1")], 1, () => Task.CompletedTask, Cancellation));

        Assert.Equal((typeof(MakeFailure.NotSignedIn), false), (refused.Failure.GetType(), refused.MayHaveBeenExecuted));
        Assert.Equal([ApiOperation.Delete, ApiOperation.Refresh, ApiOperation.Delete], app.Sandbox.Log.Select(call => call.Operation));
        Assert.Equal(ReconnectReason.Refused, Assert.Single(await app.ConnectionsAsync("Alice")).Reconnect);
    }

    [Fact]
    public async Task Api_token_that_is_refused_is_tried_once()
    {
        await using var app = await ConnectedApp.StartAsync();
        await app.ConnectAsync("Alice");
        var connection = Assert.Single(await app.ConnectionsAsync("Alice"));
        app.Sandbox.ClearLog();
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Me, Kind = FaultKind.Status, Status = 401, Times = 1 });

        Assert.IsType<MakeFailure.NotSignedIn>((await FailsAsync(app, connection)).Failure);
        Assert.IsType<MakeFailure.NotSignedIn>((await FailsAsync(app, connection)).Failure);

        Assert.Single(app.Sandbox.Log);
        Assert.Equal(ReconnectReason.Refused, Assert.Single(await app.ConnectionsAsync("Alice")).Reconnect);
    }

    [Fact]
    public async Task Refresh_token_that_is_not_replaced_is_used_again()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Undocumented = new() { RefreshRotates = false, ExpiresIn = TokenExpiresIn.Missing } });
        var connection = await ConnectAsync(app);

        for (var round = 0; round < 3; round++)
        {
            app.Time.Advance(Later);
            Assert.Equal("Alice Archer", (await MeAsync(app, connection)).Name);
        }

        Assert.Equal([200, 200, 200], app.Sandbox.Log.Where(call => call.Operation == ApiOperation.Refresh).Select(call => call.Status));
    }

    [Theory]
    [InlineData(300, 240)]
    [InlineData(3600, 3540)]
    [InlineData(20, 10)]
    [InlineData(null, 240)]
    [InlineData(0, 240)]
    public void Tokens_are_renewed_a_minute_before_they_expire_or_at_half_time(int? lives, int renewedAfter)
    {
        var now = DateTimeOffset.UtcNow;

        var tokens = OAuthTokens.Given("a", "r", lives is { } seconds ? TimeSpan.FromSeconds(seconds) : null, now);

        Assert.Equal(renewedAfter, (tokens.RenewAt - now).TotalSeconds);
    }

    private static async Task<Connection> ConnectAsync(ConnectedApp app)
    {
        using var browser = new Browser(app.Dashboard.Address);
        Assert.Equal("/", await OAuthRoad.ConnectAsync(browser, Alice));
        return Assert.Single(await app.ConnectionsAsync("Alice"));
    }

    private static Task<MakeUser> MeAsync(ConnectedApp app, Connection connection) => app.Get<MakeProxy>().For(connection, Urgency.Person, Purpose.Check).GetMeAsync(Cancellation);

    private static int Used(ConnectedApp app, Connection connection) => app.Get<MakeProxy>().Uses(connection).Sum(use => use.Total);

    private static Task<MakeException> FailsAsync(ConnectedApp app, Connection connection) => Assert.ThrowsAsync<MakeException>(() => MeAsync(app, connection));

    /// <summary>Waits until a process shows all of the person's rows.</summary>
    private static Task FilledAsync(Browser browser, int rows) => Wait.UntilAsync(async cancellation =>
    {
        using var ticket = await browser.GetAsync("/export/json", cancellation);
        if (ticket.StatusCode != HttpStatusCode.Found)
            return false;
        using var file = await browser.FollowAsync(ticket, cancellation);
        return JsonDocument.Parse(await file.Content.ReadAsStringAsync(cancellation)).RootElement.GetArrayLength() == rows;
    });
}
