using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Sandbox;

public sealed class AdmissionTests : SandboxTest
{
    [Theory]
    [InlineData(null)]
    [InlineData("Token 00000000-0000-4000-8000-000000000000")]
    [InlineData("Bearer a11ce000-1111-4111-8111-111111111111")]
    [InlineData("a11ce000-1111-4111-8111-111111111111")]
    public async Task Call_without_a_known_token_is_refused(string? authorization)
    {
        await using var sandbox = await StartAsync();
        using var nobody = new Person(sandbox, authorization);

        var answer = await nobody.GetAsync("/api/v2/users/me");

        Assert.Equal((HttpStatusCode.Unauthorized, "SC401"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Token_without_the_scope_reads_but_changes_nothing()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox, token: 1);

        var delete = await alice.DeleteAsync("1");
        var mark = await alice.MarkAllAsync();

        Assert.Equal("""{"detail":"Access denied.","message":"Permission denied","code":"SC403"}""", delete.Body.GetRawText());
        Assert.Equal(HttpStatusCode.Forbidden, mark.Status);
        Assert.Contains("1", (await alice.ListAsync("&unreadOnly=true")).Ids);
        var scopes = (await alice.GetAsync("/api/v2/users/me/current-authorization")).Body.GetProperty("authorization");
        Assert.Equal("token", scopes.GetProperty("authUsed").GetString());
        Assert.DoesNotContain("notifications:write", scopes.GetProperty("scope").EnumerateArray().Select(scope => scope.GetString()));
        Assert.Contains("notifications:read", scopes.GetProperty("scope").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Theory]
    [InlineData("/api/v2/Notifications?imtZoneId=1")]
    [InlineData("/api/v2/notifications/?imtZoneId=1")]
    [InlineData("/API/v2/users/me")]
    [InlineData("/api/v2/enum/imt-zones")]
    public async Task Path_of_another_spelling_does_not_exist(string path)
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "SC404"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/api/v2/nothing")]
    [InlineData("/api/v2/users/me")]
    public async Task Every_answer_says_that_it_is_not_from_Make(string path)
    {
        await using var sandbox = await StartAsync();
        using var http = new HttpClient { BaseAddress = sandbox.Address };

        using var response = await http.GetAsync(path, Cancellation);

        Assert.Equal(["not-make"], response.Headers.GetValues("X-Sandbox"));
    }

    [Fact]
    public async Task Colleagues_share_the_organizations_rate_until_the_minute_is_over()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var sandbox = await StartAsync(Small with { RequestsPerMinute = 3 }, time);
        using var alice = Person.Named("Alice", sandbox);
        using var ben = Person.Named("Ben", sandbox);
        using var carol = Person.Named("Carol", sandbox);
        await alice.ListAsync();
        await alice.ListAsync();
        await ben.ListAsync();

        var over = await ben.ListAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, over.Status);
        Assert.Equal("""{"message":"Requests limit for organization exceeded, please try again later."}""", over.Body.GetRawText());
        Assert.Null(over.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await carol.ListAsync()).Status);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await alice.ListAsync()).Status);
    }

    [Fact]
    public async Task Directory_names_zones_organizations_and_their_limit()
    {
        await using var sandbox = await StartAsync(Small with { RequestsPerMinute = 77 });
        using var carol = Person.Named("Carol", sandbox);

        var zones = (await carol.GetAsync("/api/v2/enums/imt-zones")).Body.GetProperty("imtZones");
        var organizations = (await carol.GetAsync("/api/v2/organizations?cols[]=id&cols[]=zone")).Body.GetProperty("organizations");
        var organization = (await carol.GetAsync($"/api/v2/organizations/{organizations[0].GetProperty("id").GetInt32()}")).Body.GetProperty("organization");
        var foreign = await carol.GetAsync("/api/v2/organizations/101");

        Assert.Equal("""{"id":1,"domain":"eu1.make.example","name":"EU1"}""", zones[0].GetRawText());
        Assert.Equal(4, zones.GetArrayLength());
        Assert.Equal("""[{"id":201,"zone":"eu1.make.example"},{"id":202,"zone":"eu2.make.example"}]""", organizations.GetRawText());
        Assert.Equal(77, organization.GetProperty("license").GetProperty("apiLimit").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
        Assert.Equal("carol@bluebird.example", (await carol.GetAsync("/api/v2/users/me")).Body.GetProperty("authUser").GetProperty("email").GetString());
    }

    [Fact]
    public async Task Log_tells_what_was_asked_and_holds_no_token()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        var listed = await alice.ListAsync("&pg[limit]=7");
        await alice.DeleteAsync("1", "77777");
        await alice.MarkAllAsync();
        await alice.GetAsync("/api/v2/notifications/5");

        var calls = (await alice.GetAsync("/sandbox/log")).Body.GetProperty("calls");

        Assert.Equal(["list", "delete", "mark", "detail"], calls.EnumerateArray().Select(call => call.GetProperty("operation").GetString()));
        Assert.Equal("""["1","77777"]""", calls[1].GetProperty("ids").GetRawText());
        Assert.Equal((1, "alice@harbour.example"), (calls[1].GetProperty("notifications").GetInt32(), calls[1].GetProperty("account").GetString()));
        Assert.Equal("""["1"]""", calls[1].GetProperty("changed").GetRawText());
        Assert.True(calls[1].GetProperty("came").GetDateTimeOffset() <= calls[1].GetProperty("time").GetDateTimeOffset());
        Assert.Equal(listed.Ids[0], calls[0].GetProperty("listed").GetProperty("highest").GetString());
        Assert.Equal(listed.Ids[6], calls[0].GetProperty("listed").GetProperty("lowest").GetString());
        Assert.Equal(1, calls[0].GetProperty("zoneId").GetInt32());
        Assert.Equal((JsonValueKind.Null, 400), (calls[3].GetProperty("zoneId").ValueKind, calls[3].GetProperty("status").GetInt32()));
        Assert.All(sandbox.SampleTokens, token => Assert.DoesNotContain(token.Token, calls.GetRawText(), StringComparison.OrdinalIgnoreCase));
        await alice.SendAsync(HttpMethod.Delete, "/sandbox/log");
        Assert.Empty(sandbox.Log);
    }

    [Fact]
    public async Task Token_that_is_revoked_opens_nothing_more_and_others_do()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        using var ben = Person.Named("Ben", sandbox);
        var revocation = new { token = Person.AccountOf("Alice", sandbox).Tokens[0].Value };

        Assert.Equal(HttpStatusCode.NoContent, (await ben.SendAsync(HttpMethod.Post, "/sandbox/revocations", revocation)).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await alice.ListAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await ben.ListAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ben.SendAsync(HttpMethod.Post, "/sandbox/revocations", revocation)).Status);
    }
}
