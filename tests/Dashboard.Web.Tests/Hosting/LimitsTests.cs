using System.Net;
using System.Net.Sockets;
using System.Text;
using Dashboard.Testing;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Tests.Hosting;

public sealed class LimitsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_past_the_rate_is_refused_in_words_and_nobody_elses()
    {
        await using var dashboard = await StartAsync("RequestsPerMinute", "20");
        using var alice = await SignedInAsync(dashboard, "alice@harbour.example");
        using var ben = await SignedInAsync(dashboard, "ben@harbour.example");
        for (var i = 0; i < 20; i++)
            (await alice.GetAsync("/api/v1/antiforgery", Cancellation)).Dispose();

        using var page = await alice.GetAsync("/auth/signed-out", Cancellation);
        using var script = await alice.GetAsync("/api/v1/actions", Cancellation);
        using var line = await alice.SendAsync(new HttpRequestMessage(HttpMethod.Post, alice.Absolute("/_blazor/negotiate?negotiateVersion=1")), Cancellation);
        using var file = await alice.GetAsync("/app.css", Cancellation);
        using var other = await ben.GetAsync("/auth/signed-out", Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.InRange(page.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Matches(@"Too many requests.+Wait \d+ seconds", await page.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("application/problem+json", script.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.TooManyRequests, line.StatusCode);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Body_past_the_bound_is_not_read()
    {
        await using var dashboard = await StartAsync("RequestBytes", "16384");
        using var alice = await SignedInAsync(dashboard, "alice@harbour.example");

        using var answer = await alice.PostAsync("/make/token", new Dictionary<string, string> { ["token"] = new('x', 16_384) }, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Message_past_the_bound_ends_that_pages_line_and_no_other()
    {
        await using var dashboard = await StartAsync("MessageBytes", "16384");
        using var alice = await SignedInAsync(dashboard, "alice@harbour.example");
        using var line = await PageLine.OpenAsync(alice, origin: null, Cancellation);
        using var other = await PageLine.OpenAsync(alice, origin: null, Cancellation);

        Assert.True(await PageLine.IsOpenAsync(line, Cancellation));
        Assert.True(await PageLine.IsOpenAsync(other, Cancellation));
        // A line that is silent for 30 seconds ends, too.
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        soon.CancelAfter(TimeSpan.FromSeconds(20));

        Assert.True(await PageLine.CallAsync(line, 16_000, soon.Token));
        Assert.False(await PageLine.CallAsync(line, 16_384, soon.Token));
        Assert.True(await PageLine.CallAsync(other, 16_000, soon.Token));
    }

    [Fact]
    public async Task Connection_past_the_bound_is_closed_until_another_is()
    {
        await using var dashboard = await StartAsync("Connections", "10");
        var open = new Stack<TcpClient>();
        for (var i = 0; i < 10; i++)
            open.Push(await AskAsync(dashboard.Address, "200 OK"));

        (await AskAsync(dashboard.Address, "")).Dispose();
        open.Pop().Dispose();
        while (!await IsAnsweredAsync(dashboard.Address))
        {
        }

        foreach (var connection in open)
            connection.Dispose();
    }

    [Fact]
    public async Task Bounds_of_open_pages_are_handed_to_the_framework()
    {
        await using var dashboard = await RunningDashboard.StartAsync(
            RunningDashboard.Small,
            new Dictionary<string, string?>
            {
                ["Limits:RetainedPages"] = "7",
                ["Limits:RetainedFor"] = "00:00:50",
                ["Limits:PendingRenders"] = "5",
                ["Limits:Connections"] = "77",
            },
            cancellationToken: Cancellation);

        var circuits = dashboard.Services.GetRequiredService<IOptions<CircuitOptions>>().Value;
        var kestrel = dashboard.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((7, TimeSpan.FromSeconds(50), 5), (circuits.DisconnectedCircuitMaxRetained, circuits.DisconnectedCircuitRetentionPeriod, circuits.MaxBufferedUnacknowledgedRenderBatches));
        Assert.Equal((77, 77), (kestrel.MaxConcurrentConnections, kestrel.MaxConcurrentUpgradedConnections));
        Assert.False(circuits.DetailedErrors);
    }

    private static async Task<bool> IsAnsweredAsync(Uri address)
    {
        using var connection = new TcpClient();
        return (await AnswerAsync(connection, address)).Contains("200 OK", StringComparison.Ordinal);
    }

    /// <summary>Asks over a connection of its own, which stays open.</summary>
    private static async Task<TcpClient> AskAsync(Uri address, string expected)
    {
        var connection = new TcpClient();
        var answer = await AnswerAsync(connection, address);
        Assert.True(expected.Length == 0 ? answer.Length == 0 : answer.Contains(expected, StringComparison.Ordinal), answer);
        return connection;
    }

    private static async Task<string> AnswerAsync(TcpClient connection, Uri address)
    {
        await connection.ConnectAsync(address.Host, address.Port, Cancellation);
        try
        {
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /health/live HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"), Cancellation);
            var answer = new byte[4096];
            return Encoding.ASCII.GetString(answer, 0, await connection.GetStream().ReadAsync(answer, Cancellation));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static Task<RunningDashboard> StartAsync(string limit, string value) => RunningDashboard.StartAsync(
        RunningDashboard.Small, new Dictionary<string, string?> { [$"Limits:{limit}"] = value }, cancellationToken: Cancellation);

    private static async Task<Browser> SignedInAsync(RunningDashboard dashboard, string person)
    {
        var browser = new Browser(dashboard.Address);
        (await browser.SignInAsync(person, cancellationToken: Cancellation)).Dispose();
        return browser;
    }
}
