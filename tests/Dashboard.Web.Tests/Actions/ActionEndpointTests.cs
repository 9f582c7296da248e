using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dashboard.Sandbox.Api;
using Dashboard.Testing;
using Dashboard.Web.Actions;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Actions;

/// <summary>Actions as a script asks for them.</summary>
public sealed class ActionEndpointTests : OutboxTest
{
    private const string Zone = "eu1.make.example";

    [Theory]
    [InlineData("GET", "/api/v1/actions")]
    [InlineData("GET", "/api/v1/actions/1")]
    [InlineData("GET", "/api/v1/antiforgery")]
    [InlineData("POST", "/api/v1/actions/delete")]
    [InlineData("POST", "/api/v1/actions/1/undo")]
    public async Task Nobody_is_told_to_sign_in_and_not_led_away(string method, string path)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var nobody = new Browser(app.Dashboard.Address);

        using var answer = await nobody.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(app.Dashboard.Address, path)), Cancellation);

        await AssertRefusedAsync(answer, HttpStatusCode.Unauthorized, "Sign in");
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("1/undo")]
    [InlineData("1/pause")]
    [InlineData("1/resume")]
    [InlineData("1/stop")]
    public async Task Post_without_the_header_or_with_anothers_is_refused_in_words(string path)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var alice = await SignInAsync(app, "alice@harbour.example");
        using var ben = await SignInAsync(app, "ben@harbour.example");
        var bens = await ben.HeaderTokenAsync(Cancellation);
        await alice.HeaderTokenAsync(Cancellation);

        using var without = await alice.PostJsonAsync($"/api/v1/actions/{path}", new { }, token: "", cancellationToken: Cancellation);
        using var withBens = await alice.PostJsonAsync($"/api/v1/actions/{path}", new { }, token: bens, cancellationToken: Cancellation);

        await AssertRefusedAsync(without, HttpStatusCode.BadRequest, "/api/v1/antiforgery");
        await AssertRefusedAsync(withBens, HttpStatusCode.BadRequest, "/api/v1/antiforgery");
    }

    [Fact]
    public async Task Rows_asked_for_are_accepted_deleted_and_listed_with_their_receipt()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        using var alice = await SignInAsync(app, "alice@harbour.example");
        var ids = await NewestAsync(app, 3);

        using var accepted = await DeleteAsync(alice, ids);
        var action = await accepted.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var id = action.GetProperty("id").GetString()!;
        using var watch = await app.WatchAsync("Alice");
        await app.ReceiptAsync(watch.Inbox, await app.Get<ActivityLog>().FindAsync(watch.Inbox.Owner, long.Parse(id, CultureInfo.InvariantCulture), Cancellation));
        using var answer = await alice.GetAsync($"/api/v1/actions/{id}", Cancellation);
        var receipt = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        Assert.Equal((HttpStatusCode.Accepted, $"/api/v1/actions/{id}", true), (accepted.StatusCode, accepted.Headers.Location?.OriginalString, accepted.Headers.CacheControl?.NoStore));
        Assert.Equal(("waiting", 3, true), (action.GetProperty("state").GetString(), action.GetProperty("asked").GetInt32(), action.GetProperty("canUndo").GetBoolean()));
        Assert.Equal(("ended", true), (receipt.GetProperty("action").GetProperty("state").GetString(), answer.Headers.CacheControl?.NoStore));
        Assert.Equal(ids.Order(), receipt.GetProperty("zones")[0].GetProperty("changed").EnumerateArray().Select(one => one.GetString()!).Order());
        Assert.Equal(ids.Order(), Assert.Single(Sent(app, ApiOperation.Delete)).Ids.Order());
        Assert.Equal([id], await ListedAsync(alice, "?kind=delete&from=2020-01-01&take=1"));
        Assert.Empty(await ListedAsync(alice, "?kind=markAllRead"));
        Assert.Empty(await ListedAsync(alice, "?until=2020-01-01T00:00:00Z"));
        Assert.Empty(await ListedAsync(alice, "?skip=1"));
        Assert.Equal(1, await BinnedAsync(app));
    }

    [Fact]
    public async Task Action_taken_back_in_time_is_undone_and_later_it_is_too_late()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        using var alice = await SignInAsync(app, "alice@harbour.example");
        using var accepted = await DeleteAsync(alice, await NewestAsync(app, 2));

        using var undone = await alice.PostJsonAsync($"{accepted.Headers.Location}/undo", cancellationToken: Cancellation);
        using var again = await alice.PostJsonAsync($"{accepted.Headers.Location}/undo", cancellationToken: Cancellation);
        using var stopped = await alice.PostJsonAsync($"{accepted.Headers.Location}/stop", cancellationToken: Cancellation);

        Assert.Equal("undone", (await undone.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("action").GetProperty("state").GetString());
        await AssertRefusedAsync(again, HttpStatusCode.Conflict, "can't be taken back");
        await AssertRefusedAsync(stopped, HttpStatusCode.Conflict, "It is over");
        Assert.Empty(Sent(app, ApiOperation.Delete));
    }

    [Fact]
    public async Task Paused_action_says_so_until_it_is_resumed()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        using var alice = await SignInAsync(app, "alice@harbour.example");
        using var accepted = await DeleteAsync(alice, await NewestAsync(app, 2));

        using var paused = await alice.PostJsonAsync($"{accepted.Headers.Location}/pause", cancellationToken: Cancellation);
        using var resumed = await alice.PostJsonAsync($"{accepted.Headers.Location}/resume", cancellationToken: Cancellation);

        Assert.True((await paused.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("action").GetProperty("isPaused").GetBoolean());
        Assert.False((await resumed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("action").GetProperty("isPaused").GetBoolean());
    }

    [Fact]
    public async Task Anothers_action_is_not_here()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        using var alice = await SignInAsync(app, "alice@harbour.example");
        using var ben = await SignInAsync(app, "ben@harbour.example");
        using var accepted = await DeleteAsync(alice, await NewestAsync(app, 1));

        using var seen = await ben.GetAsync(accepted.Headers.Location!.OriginalString, Cancellation);
        using var undone = await ben.PostJsonAsync($"{accepted.Headers.Location}/undo", cancellationToken: Cancellation);
        using var nonsense = await ben.GetAsync("/api/v1/actions/nonsense", Cancellation);

        await AssertRefusedAsync(seen, HttpStatusCode.NotFound, "GET /api/v1/actions");
        await AssertRefusedAsync(undone, HttpStatusCode.NotFound, "GET /api/v1/actions");
        await AssertRefusedAsync(nonsense, HttpStatusCode.NotFound, "nonsense");
        Assert.Empty(await ListedAsync(ben, ""));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "application/json")]
    [InlineData("{}", HttpStatusCode.BadRequest, "\"keys\"")]
    [InlineData("""{"keys":[]}""", HttpStatusCode.BadRequest, "\"keys\"")]
    [InlineData("""{"keys":[{"zone":"eu1.make.example","id":1}]}""", HttpStatusCode.BadRequest, "ids are text")]
    [InlineData("""{"keys":[{"zone":"eu1.make.example","id":"01"}]}""", HttpStatusCode.BadRequest, "'01' is no id")]
    [InlineData("""{"keys":[{"zone":"eu9.make.example","id":"1"}]}""", HttpStatusCode.BadRequest, "Yours are: eu1.make.example by ")]
    [InlineData("""{"keys":[{"zone":"eu1.make.example","id":"1","connection":"11111111-1111-4111-8111-111111111111"}]}""", HttpStatusCode.BadRequest, "by the connection 11111111")]
    public async Task Request_that_is_not_understood_is_refused_in_words(string body, HttpStatusCode status, string words)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        using var alice = await SignInAsync(app, "alice@harbour.example");

        using var answer = await PostAsync(alice, new StringContent(body, Encoding.UTF8, "application/json"));

        await AssertRefusedAsync(answer, status, words);
        Assert.Empty(await ListedAsync(alice, ""));
    }

    [Fact]
    public async Task What_is_no_JSON_or_too_much_is_refused_in_words()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        using var alice = await SignInAsync(app, "alice@harbour.example");
        var many = JsonSerializer.Serialize(new { keys = Enumerable.Repeat(new { zone = Zone, id = "1" }, 100_001) });

        using var form = await PostAsync(alice, new FormUrlEncodedContent([KeyValuePair.Create("zone", Zone)]));
        using var tooMany = await PostAsync(alice, new StringContent(many, Encoding.UTF8, "application/json"));
        using var tooLarge = await PostAsync(alice, new StringContent($"{{\"keys\":\"{new string('x', 25 * 1024 * 1024)}\"}}", Encoding.UTF8, "application/json"));

        await AssertRefusedAsync(form, HttpStatusCode.UnsupportedMediaType, "application/json");
        await AssertRefusedAsync(tooMany, HttpStatusCode.RequestEntityTooLarge, "at most 100000");
        await AssertRefusedAsync(tooLarge, HttpStatusCode.RequestEntityTooLarge, "at most 100000");
    }

    [Fact]
    public async Task Zone_that_two_connections_see_has_to_be_named_with_one()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        Assert.Equal(ConnectOutcome.Connected, await app.Get<ConnectionSetup>().ConnectAsync(
            app.KeyOf("Alice").ToString(), ConnectedApp.Environment, app.TokenOf("Ben"), Cancellation));
        using var alice = await SignInAsync(app, "alice@harbour.example");
        var ids = await NewestAsync(app, 1);
        var mine = (await app.Get<ConnectionRegister>().ListAsync(app.KeyOf("Alice").ToString(), Cancellation)).Single(one => one.AccountName.StartsWith("Alice", StringComparison.Ordinal));

        using var unnamed = await DeleteAsync(alice, ids);
        using var named = await alice.PostJsonAsync("/api/v1/actions/delete", new { keys = ids.Select(id => new { zone = Zone, id, connection = mine.Id }) }, cancellationToken: Cancellation);

        await AssertRefusedAsync(unnamed, HttpStatusCode.BadRequest, mine.Id.ToString());
        Assert.Equal(HttpStatusCode.Accepted, named.StatusCode);
    }

    [Fact]
    public async Task What_is_on_its_way_is_not_accepted_again()
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        await app.ConnectAsync("Alice");
        using var alice = await SignInAsync(app, "alice@harbour.example");
        var ids = await NewestAsync(app, 2);
        using var first = await DeleteAsync(alice, ids);

        using var second = await DeleteAsync(alice, ids);

        await AssertRefusedAsync(second, HttpStatusCode.Conflict, "on their way");
    }

    [Theory]
    [InlineData("?kind=0", "kind is one of delete, markAllRead")]
    [InlineData("?kind=forget", "kind is one of delete, markAllRead")]
    [InlineData("?from=yesterday", "2026-11-01T14:30:00Z")]
    [InlineData("?skip=-1", "skip is a number")]
    [InlineData("?take=501", "take is a number from 1 to 500")]
    public async Task List_that_is_not_understood_is_refused_in_words(string query, string words)
    {
        await using var app = await ConnectedApp.StartAsync(OneZone);
        using var alice = await SignInAsync(app, "alice@harbour.example");

        using var answer = await alice.GetAsync($"/api/v1/actions{query}", Cancellation);

        await AssertRefusedAsync(answer, HttpStatusCode.BadRequest, words);
    }

    /// <summary>Batches with sealed copies of their rows: only rows that were known when they were accepted have one.</summary>
    private static async Task<int> BinnedAsync(ConnectedApp app)
    {
        await using var database = await app.Get<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation);
        return await database.BinRows.CountAsync(Cancellation);
    }

    private static async Task<Browser> SignInAsync(ConnectedApp app, string email)
    {
        var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(email, cancellationToken: Cancellation)).Dispose();
        return browser;
    }

    private static async Task<string[]> NewestAsync(ConnectedApp app, int count)
    {
        using var alice = Person.Named("Alice", app.Sandbox);
        return [.. (await alice.ListAsync()).Ids.Take(count)];
    }

    private static Task<HttpResponseMessage> DeleteAsync(Browser browser, IEnumerable<string> ids) =>
        browser.PostJsonAsync("/api/v1/actions/delete", new { keys = ids.Select(id => new { zone = Zone, id }) }, cancellationToken: Cancellation);

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/api/v1/actions/delete")) { Content = content };
        // What is refused by its size alone is never sent.
        request.Headers.ExpectContinue = true;
        request.Headers.Add("RequestVerificationToken", await browser.HeaderTokenAsync(Cancellation));
        return await browser.SendAsync(request, Cancellation);
    }

    private static async Task<string?[]> ListedAsync(Browser browser, string query)
    {
        using var answer = await browser.GetAsync($"/api/v1/actions{query}", Cancellation);
        var list = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return [.. list.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("id").GetString())];
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
