using System.Net;
using System.Numerics;
using System.Text.Json;

namespace Dashboard.Web.Tests.Sandbox;

public sealed class NotificationApiTests : SandboxTest
{
    [Fact]
    public async Task List_has_the_published_shape_and_the_published_sample()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.ListAsync("&pg[sortDir]=asc&pg[limit]=3");

        Assert.Equal(["notifications", "userUnreadNotifications", "userZoneNotifications", "pg"], answer.Body.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["1", "2", "3"], answer.Ids);
        Assert.Equal(
            """{"id":"3","subject":"Encountered error in Integration HTTP scenario","read":"2021-05-14T11:35:22.837Z","created":"2021-05-14T11:18:43.340Z","type":1}""",
            answer.Rows.Last().GetRawText());
        Assert.Equal(JsonValueKind.Null, answer.Rows.First().GetProperty("read").ValueKind);
        Assert.Equal("""{"sortBy":"id","limit":3,"sortDir":"asc","offset":0}""", answer.Body.GetProperty("pg").GetRawText());
        Assert.Equal(["imtZoneId", "unreadNotifications"], answer.Body.GetProperty("userZoneNotifications")[0].EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task List_is_ordered_by_id_as_a_number_newest_first(int zone)
    {
        await using var sandbox = await StartAsync(Small with { Notifications = 10_000 });
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.GetAsync($"/api/v2/notifications?imtZoneId={zone}");

        var numbers = answer.Ids.Select(BigInteger.Parse).ToArray();
        Assert.Equal(numbers.OrderDescending(), numbers);
        Assert.NotEqual(answer.Ids.OrderDescending(StringComparer.Ordinal), answer.Ids);
        Assert.Equal("""{"sortBy":"id","limit":10000,"sortDir":"desc","offset":0}""", answer.Body.GetProperty("pg").GetRawText());
        Assert.Equal(answer.Rows.Select(row => row.GetProperty("created").GetString()).OrderDescending(StringComparer.Ordinal), answer.Rows.Select(row => row.GetProperty("created").GetString()));
        if (zone == 4)
            Assert.All(numbers, number => Assert.True(number > long.MaxValue));
    }

    [Fact]
    public async Task Pages_put_together_are_the_whole_list()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        var whole = (await alice.ListAsync()).Ids;

        var pages = new List<string>();
        for (var offset = 0; offset < whole.Count + 50; offset += 50)
            pages.AddRange((await alice.ListAsync($"&pg[limit]=50&pg[offset]={offset}")).Ids);

        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task Unread_only_pages_hold_unread_rows_only_and_all_of_them()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        var expected = (await alice.ListAsync()).Rows.Where(row => row.GetProperty("read").ValueKind == JsonValueKind.Null).Select(row => row.GetProperty("id").GetString());

        var first = await alice.ListAsync("&unreadOnly=true&pg[limit]=10");
        var rest = await alice.ListAsync("&unreadOnly=true&pg[offset]=10");

        Assert.Equal(expected, [.. first.Ids, .. rest.Ids]);
        Assert.Equal(10, first.Ids.Count);
    }

    [Fact]
    public async Task Unread_counts_agree_under_their_different_names()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var list = (await alice.ListAsync("&pg[limit]=1")).Body;
        var counts = (await alice.GetAsync("/api/v2/users/unread-notifications")).Body;

        Assert.Equal(["userUnreadNotifications", "userZoneUnreadNotifications"], counts.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["zoneId", "unreadNotifications"], counts.GetProperty("userZoneUnreadNotifications")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(list.GetProperty("userUnreadNotifications").GetInt32(), counts.GetProperty("userUnreadNotifications").GetInt32());
        Assert.Equal(
            list.GetProperty("userZoneNotifications").EnumerateArray().Select(zone => zone.GetProperty("unreadNotifications").GetInt32()),
            counts.GetProperty("userZoneUnreadNotifications").EnumerateArray().Select(zone => zone.GetProperty("unreadNotifications").GetInt32()));
        Assert.Equal((await alice.ListAsync("&unreadOnly=true")).Ids.Count, counts.GetProperty("userZoneUnreadNotifications")[0].GetProperty("unreadNotifications").GetInt32());
    }

    [Fact]
    public async Task Detail_of_the_published_sample_is_as_published()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var detail = (await alice.GetAsync("/api/v2/notifications/3?imtZoneId=1")).Body.GetProperty("notification");

        Assert.Equal(["id", "subject", "read", "created", "type", "body"], detail.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            "<p>Your scenario <strong>Integration HTTP 3</strong> has encountered an error.</p>\n<p>The scenario has not been paused and continues to run according to your settings. Nevertheless, you should pay attention to the issue.</p>\n<ul>\n<li>Scenario: <a href=\"https://local.make.cloud/scenario/86/log\">Integration HTTP 3</a></li>\n<li>Organization: <a href=\"https://local.make.cloud/organization/2\">test team</a></li>\n<li>Team: <a href=\"https://local.make.cloud/team/1\">My Lab</a></li>\n<li>Execution: <a href=\"https://local.make.cloud/scenario/86/log/d4f49055d5f44705b2aaf77a09547b77\">d4f49055d5f44705b2aaf77a09547b77</a></li>\n</ul>\n<p>Details:</p>\n<ul>\n<li><code>Validation failed for 1 parameter(s).</code></li>\n<li><code>Missing value of required parameter &#39;{{!expect.json.label}}&#39;.</code></li>\n</ul>\n<p>If you have questions or need help, please contact us.</p>\n",
            detail.GetProperty("body").GetString());
    }

    [Fact]
    public async Task Detail_of_a_failure_has_the_published_form()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        var row = (await alice.ListAsync()).Rows.First(row => !row.GetProperty("subject").GetString()!.Contains("Hostile", StringComparison.Ordinal) && row.GetProperty("type").GetInt32() == 1);

        var body = (await alice.GetAsync($"/api/v2/notifications/{row.GetProperty("id").GetString()}?imtZoneId=1")).Body.GetProperty("notification").GetProperty("body").GetString();

        Assert.Matches(
            """^<p>Your scenario <strong>.+</strong> has encountered an error\.</p>\n<p>.+</p>\n<ul>\n<li>Scenario: <a href="https://eu1\.make\.example/scenario/\d+/log">.+</a></li>\n<li>Organization: <a href="https://eu1\.make\.example/organization/101">Harbour Trading EU1</a></li>\n<li>Team: <a href="https://eu1\.make\.example/team/\d+">.+</a></li>\n<li>Execution: <a href="https://eu1\.make\.example/scenario/\d+/log/([0-9a-f]{32})">\1</a></li>\n</ul>\n<p>Details:</p>\n<ul>\n(<li><code>.+</code></li>\n)+</ul>\n<p>.+</p>\n$""",
            body);
    }

    [Fact]
    public async Task Mark_all_answers_the_ids_that_were_unread_and_leaves_none()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        using var ben = Person.Named("Ben", sandbox);
        var unread = (await alice.ListAsync("&unreadOnly=true&pg[sortDir]=asc")).Ids;
        var unreadOfBen = (await ben.ListAsync("&unreadOnly=true")).Ids;

        var first = await alice.MarkAllAsync();
        var second = await alice.MarkAllAsync();

        Assert.Equal(unread, first.Ids);
        Assert.Equal("""[{"id":"1"}""", first.Body.GetProperty("notifications").GetRawText()[..11]);
        Assert.Empty(second.Ids);
        Assert.Empty((await alice.ListAsync("&unreadOnly=true")).Ids);
        Assert.Equal(unreadOfBen, (await ben.ListAsync("&unreadOnly=true")).Ids);
        Assert.NotEmpty((await alice.GetAsync("/api/v2/notifications?imtZoneId=2&unreadOnly=true")).Ids);
    }

    [Fact]
    public async Task Mark_of_anything_but_all_is_refused_and_marks_nothing()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.SendAsync(HttpMethod.Post, "/api/v2/notifications/mark-as-read?imtZoneId=1&ids=1");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("1", (await alice.ListAsync("&unreadOnly=true")).Ids);
    }

    [Fact]
    public async Task Delete_answers_the_ids_that_were_there_and_removes_those()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        var before = (await alice.ListAsync()).Ids;
        var unread = (await alice.ListAsync("&unreadOnly=true")).Ids.Count;

        var answer = await alice.DeleteAsync("2", "999999", "1", "01", "1");

        Assert.Equal(["2", "1"], answer.Ids);
        Assert.Equal(before.Except(["1", "2"]), (await alice.ListAsync()).Ids);
        Assert.Equal(unread - 2, (await alice.ListAsync("&unreadOnly=true")).Ids.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await alice.GetAsync("/api/v2/notifications/2?imtZoneId=1")).Status);
    }

    [Theory]
    [InlineData("""{"ids":[]}""")]
    [InlineData("""{"ids":[1]}""")]
    [InlineData("""{"id":["1"]}""")]
    [InlineData("[")]
    public async Task Delete_without_a_list_of_text_ids_is_refused_in_the_shape_of_errors(string body)
    {
        await using var sandbox = await StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v2/notifications?imtZoneId=1") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Token {sandbox.SampleTokens[0].Token}");

        using var response = await http.SendAsync(request, Cancellation);

        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["detail", "message", "code", "suberrors"], error.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["message", "name"], error.GetProperty("suberrors")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal("SC400", error.GetProperty("code").GetString());
    }
}
