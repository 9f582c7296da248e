using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Proxy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>
/// Ways to have a token, or any request, go elsewhere than to the configured host. Beside it listens a canary: whatever is tried, it hears
/// nothing, and the configured host hears the documented requests and no other.
/// </summary>
public sealed class TokenDestinationTests : IAsyncLifetime
{
    private const string Secret = "canary-0f3a";
    private const string Detail = "GET /api/v2/notifications/7?imtZoneId=1";
    private const string Delete = "DELETE /api/v2/notifications?imtZoneId=1";
    private const string Mark = "POST /api/v2/notifications/mark-as-read?ids=all&imtZoneId=1";

    private ListeningHost _make = null!;
    private ListeningHost _canary = null!;
    private ServiceProvider _services = null!;

    /// <summary>Where a redirect may lead; <c>{canary}</c> and <c>{make}</c> stand for host and port.</summary>
    public static MatrixTheoryData<int, string> Redirects => new(
        [301, 302, 303, 307, 308],
        ["http://{canary}/", "//{canary}/api/v2/notifications/7", "http://user:pass@{canary}/", "http://{make}@{canary}/", "https://{canary}/", "/api/v2/users/me", "http://{make}/elsewhere"]);

    /// <summary>Headers that lead clients elsewhere.</summary>
    public static MatrixTheoryData<int, string> LeadingHeaders => new(
        [200, 401, 407, 429, 503],
        ["Location: http://{canary}/", "Refresh: 0; url=http://{canary}/", "Content-Location: http://{canary}/", "Alt-Svc: http/1.1=\"{canary}\"", "Link: <http://{canary}/>; rel=\"preload\"", "Set-Cookie: to={canary}; Domain=127.0.0.1"]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MakeProxy Proxy => _services.GetRequiredService<MakeProxy>();

    public async ValueTask InitializeAsync()
    {
        (_make, _canary) = (await ListeningHost.StartAsync(), await ListeningHost.StartAsync());
        _services = new ServiceCollection().AddLogging().AddOptions().AddSingleton(TimeProvider.System)
            .AddProxy(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Make:RetryDelay"] = "00:00:00",
                ["Make:Environments:0:Name"] = "EU1",
                ["Make:Environments:0:BaseUrl"] = _make.Address,
            }).Build())
            .AddSingleton<IMakeCredentialSource>(new FixedSource())
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _make.DisposeAsync();
        await _canary.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task Redirect_is_followed_by_nothing(int status, string target)
    {
        _make.Answer = http =>
        {
            (http.Response.StatusCode, http.Response.Headers.Location) = (status, At(target));
            return Task.CompletedTask;
        };

        await TryEverythingAsync(ProxyRig.ConnectionOf());

        Assert.Empty(_canary.Requests);
        Assert.Equal([Detail, Delete, Mark], _make.Requests.Select(request => request.Line));
    }

    [Theory]
    [MemberData(nameof(LeadingHeaders))]
    public async Task Header_of_an_answer_leads_nowhere(int status, string header)
    {
        var (name, value) = (header.Split(": ", 2)[0], At(header.Split(": ", 2)[1]));
        _make.Answer = http =>
        {
            (http.Response.StatusCode, http.Response.Headers[name]) = (status, value);
            return http.Response.WriteAsync("{}");
        };

        await TryEverythingAsync(ProxyRig.ConnectionOf());

        Assert.Empty(_canary.Requests);
        Assert.All(_make.Requests, request => Assert.Contains(request.Line, new[] { Detail, Delete, Mark }));
        Assert.All(_make.Requests, request => Assert.Equal(($"127.0.0.1:{_make.Port}", $"Token {Secret}"), (request.Host, request.Authorization)));
    }

    [Theory]
    [InlineData("{canary}")]
    [InlineData("evil.example")]
    [InlineData("eu1.make.com.")]
    [InlineData("eu1.make.com@{canary}")]
    [InlineData("xn--mke-0na.com")]
    [InlineData("[::1]:{port}")]
    [InlineData("2130706433:{port}")]
    [InlineData("../../users/me")]
    [InlineData("a?ids=all#")]
    public async Task Zone_domain_that_Make_gave_is_no_destination(string domain)
    {
        await TryEverythingAsync(ProxyRig.ConnectionOf() with { Zones = [new Zone(1, At(domain), "EU1")] });

        Assert.Empty(_canary.Requests);
        Assert.All(_make.Requests, request => Assert.Contains(request.Line, new[] { Detail, Delete, Mark }));
    }

    [Theory]
    [InlineData("http://{canary}")]
    [InlineData("{canary}")]
    [InlineData("eu1")]
    [InlineData("EU1 ")]
    [InlineData("EU1.")]
    [InlineData("EU1@{canary}")]
    [InlineData("EU1\r\nHost: {canary}")]
    [InlineData("ＥＵ１")]
    [InlineData("")]
    public async Task Environment_that_is_not_configured_is_asked_nothing(string environment)
    {
        var connection = ProxyRig.ConnectionOf(environment: At(environment));
        await Assert.ThrowsAsync<MakeException>(async () => await Proxy.For(connection, Urgency.Person, Purpose.Detail).GetMeAsync(Cancellation));
        Assert.Equal(ConnectOutcome.UnknownEnvironment, await ConnectAsync(At(environment), Guid.NewGuid().ToString()));

        Assert.Empty(_canary.Requests);
        Assert.Empty(_make.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{canary}")]
    [InlineData("http://{canary}/a11ce000-1111-4111-8111-111111111111")]
    [InlineData("a11ce000-1111-4111-8111-111111111111@{canary}")]
    [InlineData("a11ce000-1111-4111-8111-111111111111\r\nHost: {canary}")]
    [InlineData("Bearer a11ce000-1111-4111-8111-111111111111")]
    public async Task Pasted_text_that_is_no_token_is_sent_nowhere(string token)
    {
        Assert.Equal(ConnectOutcome.NotAToken, await ConnectAsync("EU1", At(token)));

        Assert.Empty(_canary.Requests);
        Assert.Empty(_make.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("all")]
    [InlineData("../users/me")]
    [InlineData("..%2fusers%2fme")]
    [InlineData("1?ids=all")]
    [InlineData("1&ids=all")]
    [InlineData("1#")]
    [InlineData("1/2")]
    [InlineData("1\\2")]
    [InlineData("1;2")]
    [InlineData("1@127.0.0.1")]
    [InlineData("1\r\nHost: evil")]
    [InlineData("1\0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData(" 1")]
    [InlineData("01")]
    [InlineData("0x1")]
    [InlineData("1e3")]
    [InlineData("１")]
    [InlineData("{300 digits}")]
    public void Text_that_is_no_id_becomes_none(string text) =>
        Assert.False(NotificationId.TryParse(text == "{300 digits}" ? new string('1', 300) : text, out _));

    [Theory]
    [InlineData("http://eu1.make.com")]
    [InlineData("https://eu1.make.com@127.0.0.1")]
    [InlineData("https://user:pass@eu1.make.com")]
    [InlineData("https://eu1.make.com/api")]
    [InlineData("https://eu1.make.com?x=1")]
    [InlineData("https://eu1.make.com#x")]
    [InlineData("ftp://eu1.make.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//eu1.make.com")]
    [InlineData("http://127.0.0.1.evil.example")]
    public void Address_that_is_more_than_a_secure_host_stops_the_start(string address)
    {
        var options = new MakeOptions { Environments = { new MakeEnvironment { Name = "EU1", BaseUrl = new Uri(address, UriKind.RelativeOrAbsolute) } } };

        Assert.Contains("BaseUrl", Assert.Single(new MakeOptionsValidator().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Surroundings_name_no_proxy_redirects_are_off_and_no_cookie_is_kept()
    {
        var handler = _services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Make:EU1");
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;

        var network = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Equal((false, false, false), (network.UseProxy, network.AllowAutoRedirect, network.UseCookies));
    }

    private string At(string text) => text
        .Replace("{canary}", $"127.0.0.1:{_canary.Port}", StringComparison.Ordinal)
        .Replace("{make}", $"127.0.0.1:{_make.Port}", StringComparison.Ordinal)
        .Replace("{port}", $"{_canary.Port}", StringComparison.Ordinal);

    private Task<ConnectOutcome> ConnectAsync(string environment, string token)
    {
        var options = Options.Create(new MakeOptions { Environments = { new MakeEnvironment { Name = "EU1", BaseUrl = new Uri(_make.Address) } } });
        // What is refused before anything is asked reaches neither the register nor the vault.
        return new ConnectionSetup(null!, null!, Proxy, options, TimeProvider.System, NullLogger<ConnectionSetup>.Instance).ConnectAsync("t.o", environment, token, Cancellation);
    }

    /// <summary>Opens one, deletes one and marks all as read, each as an organization of its own, so that a limit stops none of them.</summary>
    private async Task TryEverythingAsync(Connection connection)
    {
        ConnectionProxy Make(int organization) => Proxy.For(connection with { OrganizationId = organization }, Urgency.Person, Purpose.Detail);
        await Record.ExceptionAsync(() => Make(1).GetNotificationAsync(new NotificationId(7), 1, Cancellation));
        await Record.ExceptionAsync(() => Make(2).DeleteNotificationsAsync([new NotificationId(7)], 1, () => Task.CompletedTask, Cancellation));
        await Record.ExceptionAsync(() => Make(3).MarkAllReadAsync(1, () => Task.CompletedTask, Cancellation));
        Assert.NotEmpty(_make.Requests);
    }

    private sealed class FixedSource : IMakeCredentialSource
    {
        public ValueTask<MakeCredential> GetAsync(MakeCaller caller, CancellationToken cancellationToken) => new(MakeCredential.ApiToken(Secret));
    }
}
