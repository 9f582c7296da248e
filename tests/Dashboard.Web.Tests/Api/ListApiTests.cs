using System.Net;
using System.Text.Json;

namespace Dashboard.Web.Tests.Api;

public sealed class ListApiTests : ApiTest
{
    [Fact]
    public async Task Pages_hold_every_row_once_in_the_order_asked_for()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        var rows = new List<JsonElement>();

        for (string? next = "/api/v1/notifications?limit=40&sort=created"; next is not null;)
        {
            var page = await GetAsync(script, next);
            rows.AddRange(page.GetProperty("notifications").EnumerateArray());
            Assert.Equal(150, page.GetProperty("total").GetInt32());
            Assert.False(page.GetProperty("isPartial").GetBoolean());
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(150, rows.Select(row => (row.GetProperty("zone").GetString(), row.GetProperty("id").GetString())).Distinct().Count());
        var created = rows.Select(row => row.GetProperty("created").GetDateTimeOffset()).ToArray();
        Assert.Equal(created.Order(), created);
    }

    [Fact]
    public async Task Query_is_the_inboxs_own_and_finds_the_callers_own_rows_alone()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        using var ben = await SignInAsync(app, "Ben");

        var unread = await GetAsync(script, $"/api/v1/notifications?q=is:unread zone:{Zone}&limit=1000");

        Assert.InRange(unread.GetProperty("total").GetInt32(), 1, 149);
        Assert.All(unread.GetProperty("notifications").EnumerateArray(), row =>
        {
            Assert.Equal(JsonValueKind.Null, row.GetProperty("read").ValueKind);
            Assert.Equal(Zone, row.GetProperty("zone").GetString());
        });
        Assert.Equal(0, (await GetAsync(ben, "/api/v1/notifications")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(1_500, HttpStatusCode.OK)]
    [InlineData(1_501, HttpStatusCode.BadRequest)]
    public async Task Query_may_be_as_long_as_the_setting_says(int characters, HttpStatusCode expected)
    {
        var (app, script) = await StartAsync(settings: new Dictionary<string, string?> { ["Inbox:QueryLength"] = "1500" });
        await using var _ = app;
        using var __ = script;

        var answer = await GetAsync(script, $"/api/v1/notifications?q={new string('a', characters)}", expected);

        if (expected != HttpStatusCode.OK)
            Assert.Contains("a query may have 1500 characters: make it shorter", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=(is:unread", "never closed")]
    [InlineData("sort=colour", "Order not understood")]
    [InlineData("tz=Mars", "time zone")]
    [InlineData("limit=0", "1 to 1000")]
    [InlineData("limit=1001", "1 to 1000")]
    [InlineData("limit=-1", "1 to 1000")]
    [InlineData("limit=many", "1 to 1000")]
    [InlineData("after=1", "in next")]
    [InlineData("after=../../x", "in next")]
    public async Task What_is_not_understood_is_answered_in_words(string parameters, string words)
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;

        await AssertRefusedAsync(script, $"/api/v1/notifications?{parameters}", HttpStatusCode.BadRequest, words);
    }

    [Fact]
    public async Task Page_that_ends_with_a_row_that_is_gone_is_not_followed_but_says_so()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        var page = await GetAsync(script, "/api/v1/notifications?limit=3");
        var last = page.GetProperty("notifications")[2];

        using (var deleted = await script.PostJsonAsync("/api/v1/actions/delete", new { keys = new[] { new { zone = last.GetProperty("zone").GetString(), id = last.GetProperty("id").GetString() } } }, cancellationToken: Cancellation))
            Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);

        await AssertRefusedAsync(script, page.GetProperty("next").GetString()!, HttpStatusCode.Gone, "Start again");
        Assert.Equal(149, (await GetAsync(script, "/api/v1/notifications")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\"", HttpStatusCode.OK)]
    public async Task Tag_is_compared_as_HTTP_has_it_for_lists_and_for_actions(string asked, HttpStatusCode expected)
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        var row = (await GetAsync(script, "/api/v1/notifications?limit=1")).GetProperty("notifications")[0];
        using var accepted = await script.PostJsonAsync("/api/v1/actions/delete", new { keys = new[] { new { zone = row.GetProperty("zone").GetString(), id = row.GetProperty("id").GetString() } } }, cancellationToken: Cancellation);

        foreach (var path in new[] { "/api/v1/notifications?limit=3", "/api/v1/actions", accepted.Headers.Location!.OriginalString })
        {
            using var first = await script.GetAsync(path, Cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Get, script.Absolute(path));
            request.Headers.TryAddWithoutValidation("If-None-Match", asked.Replace("{0}", first.Headers.ETag!.Tag, StringComparison.Ordinal));

            using var answer = await script.SendAsync(request, Cancellation);

            Assert.Equal((path, expected), (path, answer.StatusCode));
            Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("ben", HttpStatusCode.Gone)]
    [InlineData("zone", HttpStatusCode.Gone)]
    [InlineData("connection", HttpStatusCode.Gone)]
    public async Task Cursor_that_was_changed_by_hand_or_is_anothers_leads_nowhere(string change, HttpStatusCode expected)
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        using var ben = await SignInAsync(app, "Ben");
        var next = (await GetAsync(script, "/api/v1/notifications?limit=3")).GetProperty("next").GetString()!;

        var (reader, address) = change switch
        {
            "ben" => (ben, next),
            "zone" => (script, next.Replace("make.example", "evil.example", StringComparison.Ordinal)),
            _ => (script, System.Text.RegularExpressions.Regex.Replace(next, "[0-9a-f]{32}", new string('0', 32))),
        };

        Assert.NotEqual(change == "ben", address != next);
        await AssertRefusedAsync(reader, address, expected, "Start again");
    }

    [Fact]
    public async Task List_that_has_not_changed_is_answered_by_its_tag_alone()
    {
        var (app, script) = await StartAsync();
        await using var _ = app;
        using var __ = script;
        using var first = await script.GetAsync("/api/v1/notifications?limit=3", Cancellation);
        var row = (await ReadAsync(first, HttpStatusCode.OK)).GetProperty("notifications")[0];

        using var same = await AskAsync();
        (await script.PostJsonAsync("/api/v1/actions/delete", new { keys = new[] { new { zone = row.GetProperty("zone").GetString(), id = row.GetProperty("id").GetString() } } }, cancellationToken: Cancellation)).Dispose();
        using var changed = await AskAsync();

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        async Task<HttpResponseMessage> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, script.Absolute("/api/v1/notifications?limit=3"));
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return await script.SendAsync(request, Cancellation);
        }
    }
}
