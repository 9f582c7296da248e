using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;

namespace Dashboard.Web.Tests.Api;

public sealed class NotificationApiTests : ApiTest
{
    [Fact]
    public async Task Zones_tell_Makes_own_counts()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;

        var zones = await GetAsync(script, "/api/v1/zones");

        var listed = zones.GetProperty("zones").EnumerateArray().ToDictionary(zone => zone.GetProperty("domain").GetString()!, zone => zone);
        Assert.Equal(2, listed.Count);
        Assert.All(listed.Values, zone => Assert.Equal("inStep", zone.GetProperty("phase").GetString()));
        Assert.Equal(150, listed.Values.Sum(zone => zone.GetProperty("rows").GetInt32()));
        var unread = await GetAsync(script, "/api/v1/notifications?q=is:unread");
        Assert.Equal(unread.GetProperty("total").GetInt32(), zones.GetProperty("unread").GetInt32());
    }

    [Fact]
    public async Task Detail_has_the_message_as_it_was_sent_and_as_it_may_be_shown()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        const string Body = "<p>The scenario <a href=\"https://eu1.make.example/1/scenarios/2\">Daily</a> failed.<script>alert(1)</script></p>";
        using var sandbox = new HttpClient { BaseAddress = app.Sandbox.Address };
        using var delivered = await sandbox.PostAsJsonAsync("/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject = "Planted", body = Body }, Cancellation);
        var id = (await delivered.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("notifications")[0].GetProperty("id").GetString();

        var detail = await GetAsync(script, $"/api/v1/notifications/{Zone}/{id}");

        Assert.Equal("Planted", detail.GetProperty("notification").GetProperty("subject").GetString());
        Assert.Equal(Body, detail.GetProperty("source").GetString());
        Assert.DoesNotContain("script>", detail.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("noopener", detail.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("1 script", detail.GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.Equal("scenario", detail.GetProperty("parts")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("zones")]
    [InlineData("notifications?limit=3")]
    [InlineData("notifications/{zone}/{id}")]
    public async Task What_has_not_changed_is_answered_by_its_tag_alone(string path)
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        var newest = (await GetAsync(script, "/api/v1/notifications?limit=1")).GetProperty("notifications")[0];
        path = "/api/v1/" + path.Replace("{zone}", newest.GetProperty("zone").GetString(), StringComparison.Ordinal).Replace("{id}", newest.GetProperty("id").GetString(), StringComparison.Ordinal);
        using var first = await script.GetAsync(path, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, script.Absolute(path));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var same = await script.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, same.StatusCode));
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("elsewhere.example/1", "You have no zone 'elsewhere.example'")]
    [InlineData("eu1.make.example/one", "is no id")]
    [InlineData("eu1.make.example/1%3Fids=all", "is no id")]
    [InlineData("eu1.make.example/999999999999", "no such notification")]
    public async Task Detail_of_nothing_is_refused_in_words(string path, string words)
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;

        await AssertRefusedAsync(script, $"/api/v1/notifications/{path}", HttpStatusCode.NotFound, words);
    }

    [Theory]
    [InlineData(500, HttpStatusCode.BadGateway, "cannot be reached")]
    [InlineData(403, HttpStatusCode.Forbidden, "lacks a scope")]
    [InlineData(401, HttpStatusCode.Conflict, "Connect to Make again")]
    [InlineData(429, HttpStatusCode.ServiceUnavailable, "limit of requests")]
    public async Task What_Make_refuses_is_told_as_what_it_is(int status, HttpStatusCode expected, string words)
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        var row = (await GetAsync(script, "/api/v1/notifications?limit=1")).GetProperty("notifications")[0];
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Detail, Kind = FaultKind.Status, Status = status, Times = 10 });

        await AssertRefusedAsync(script, $"/api/v1{row.GetProperty("link").GetString()}", expected, words);
    }

    [Fact]
    public async Task Wait_that_Make_asks_for_is_told_in_seconds()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        var row = (await GetAsync(script, "/api/v1/notifications?limit=1")).GetProperty("notifications")[0];
        app.Sandbox.Add(new Fault { Operation = ApiOperation.Detail, Kind = FaultKind.Throttle, RetryAfterSeconds = 120, Times = 10 });

        using var answer = await script.GetAsync($"/api/v1{row.GetProperty("link").GetString()}", Cancellation);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, 120), (answer.StatusCode, answer.Headers.RetryAfter?.Delta?.TotalSeconds));
    }

    [Fact]
    public async Task Mark_all_read_is_an_action_like_any_other()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        await GetAsync(script, "/api/v1/notifications");

        using var accepted = await script.PostJsonAsync("/api/v1/notifications/mark-all-read", new { zones = new[] { new { zone = Zone } } }, cancellationToken: Cancellation);
        var action = await ReadAsync(accepted, HttpStatusCode.Accepted);
        Assert.Equal("waiting", action.GetProperty("state").GetString());
        Assert.DoesNotContain(app.Sandbox.Log, call => call.Operation == ApiOperation.Mark);
        var receipt = await EndedAsync(app, () => GetAsync(script, accepted.Headers.Location!.OriginalString));

        Assert.Equal(receipt.GetProperty("action").GetProperty("asked").GetInt32(), receipt.GetProperty("action").GetProperty("changed").GetInt32());
        Assert.Single(app.Sandbox.Log, call => call.Operation == ApiOperation.Mark);
        // The list hears of it a moment after the receipt.
        await Wait.UntilAsync(async _ => (await GetAsync(script, $"/api/v1/notifications?q=is:unread zone:{Zone}")).GetProperty("total").GetInt32() == 0);
    }

    [Theory]
    [InlineData("""{"zones":[]}""", HttpStatusCode.BadRequest, "GET /api/v1/zones")]
    [InlineData("""{"zones":[{"zone":"elsewhere.example"}]}""", HttpStatusCode.BadRequest, "You have no zone")]
    public async Task Mark_all_read_of_nothing_is_refused_in_words(string body, HttpStatusCode expected, string words)
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;

        using var refused = await script.PostJsonAsync("/api/v1/notifications/mark-all-read", JsonElement.Parse(body), cancellationToken: Cancellation);

        Assert.Contains(words, (await ReadAsync(refused, expected)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> EndedAsync(ConnectedApp app, Func<Task<JsonElement>> ask)
    {
        JsonElement receipt = default;
        await Wait.UntilAsync(async _ =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            receipt = await ask();
            return receipt.GetProperty("action").GetProperty("state").GetString() == "ended";
        });
        return receipt;
    }
}
