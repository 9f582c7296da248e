using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Sandbox;

public sealed class FaultTests : SandboxTest
{
    [Fact]
    public async Task Status_fault_hits_its_operation_as_often_as_it_says()
    {
        await using var sandbox = await StartAsync(Small with { Faults = [new() { Kind = FaultKind.Status, Operation = ApiOperation.List, Status = 502, Times = 2 }] });
        using var alice = Person.Named("Alice", sandbox);

        Assert.Equal(HttpStatusCode.OK, (await alice.GetAsync("/api/v2/users/unread-notifications")).Status);
        Assert.Equal(HttpStatusCode.BadGateway, (await alice.ListAsync()).Status);
        Assert.Equal(HttpStatusCode.BadGateway, (await alice.ListAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await alice.ListAsync()).Status);
    }

    [Fact]
    public async Task Throttle_set_at_run_time_hits_its_zone_until_it_is_cleared()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var set = await alice.SendAsync(HttpMethod.Post, "/sandbox/faults", new { operation = "any", kind = "throttle", retryAfterSeconds = 7, zoneId = 2 });

        Assert.Equal(HttpStatusCode.NoContent, set.Status);
        Assert.Equal(HttpStatusCode.OK, (await alice.ListAsync()).Status);
        for (var i = 0; i < 3; i++)
        {
            var throttled = await alice.GetAsync("/api/v2/notifications?imtZoneId=2");
            Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (throttled.Status, throttled.Headers.RetryAfter?.Delta));
        }

        await alice.SendAsync(HttpMethod.Delete, "/sandbox/faults");
        Assert.Equal(HttpStatusCode.OK, (await alice.GetAsync("/api/v2/notifications?imtZoneId=2")).Status);
    }

    [Fact]
    public async Task Delayed_answer_comes_when_the_time_is_over()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var sandbox = await StartAsync(Small with { Faults = [new() { Kind = FaultKind.Delay, Operation = ApiOperation.List, DelayMilliseconds = 60_000 }] }, time);
        using var alice = Person.Named("Alice", sandbox);

        var late = alice.ListAsync();
        // The other call is answered while the delayed one waits.
        await alice.GetAsync("/api/v2/users/me");
        Assert.False(late.IsCompleted);
        while (!late.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.OK, (await late).Status);
    }

    [Theory]
    [InlineData(FaultMoment.Before, true)]
    [InlineData(FaultMoment.After, false)]
    public async Task Dropped_connection_loses_the_answer_before_or_after_the_change(FaultMoment moment, bool stillThere)
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        sandbox.Add(new() { Kind = FaultKind.Drop, Operation = ApiOperation.Delete, When = moment, Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => alice.DeleteAsync("1", "2"));

        Assert.Equal(stillThere, (await alice.ListAsync()).Ids.Contains("1"));
        var logged = Assert.Single(sandbox.Log, call => call.Operation == ApiOperation.Delete);
        Assert.Equal((0, stillThere ? null : 2), (logged.Status, logged.Notifications));
        Assert.Equal(["1", "2"], logged.Ids);
        Assert.Equal(stillThere ? [] : ["1", "2"], logged.Changed);
    }

    [Fact]
    public async Task Fault_that_skips_lets_so_many_calls_pass_first()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        sandbox.Add(new() { Kind = FaultKind.Status, Operation = ApiOperation.List, Skip = 2, Times = 1 });

        var answers = new List<HttpStatusCode>();
        for (var call = 0; call < 4; call++)
            answers.Add((await alice.ListAsync()).Status);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], answers);
    }

    [Fact]
    public async Task Answer_held_up_afterwards_belongs_to_a_change_that_was_made_and_logged()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        using var ben = Person.Named("Ben", sandbox);
        sandbox.Add(new() { Kind = FaultKind.Delay, Operation = ApiOperation.Delete, When = FaultMoment.After, DelayMilliseconds = 600_000, Times = 1 });

        var late = alice.DeleteAsync("1", "2");
        while (!sandbox.Log.Any(call => call.Operation == ApiOperation.Delete))
            await ben.GetAsync("/api/v2/users/me");

        Assert.Equal(["1", "2"], Assert.Single(sandbox.Log, call => call.Operation == ApiOperation.Delete).Changed);
        Assert.DoesNotContain("1", (await alice.ListAsync()).Ids);
        Assert.False(late.IsCompleted);
        alice.Dispose();
        await Assert.ThrowsAnyAsync<Exception>(() => late);
    }

    [Theory]
    [InlineData(FaultMoment.Before)]
    [InlineData(FaultMoment.After)]
    public async Task Answer_held_up_comes_once_the_faults_are_cleared(FaultMoment when)
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        sandbox.Add(new() { Kind = FaultKind.Delay, Operation = ApiOperation.List, When = when, DelayMilliseconds = 600_000, Times = 1 });

        var late = alice.ListAsync();
        await Wait.UntilAsync(() => sandbox.Faults.Count == 0);
        Assert.False(late.IsCompleted);
        sandbox.ClearFaults();

        Assert.Equal(HttpStatusCode.OK, (await late).Status);
    }

    [Fact]
    public async Task Partial_delete_leaves_the_number_and_the_ids_it_names()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        var ids = (await alice.ListAsync("&pg[limit]=6")).Ids;
        sandbox.Add(new() { Kind = FaultKind.PartialDelete, Operation = ApiOperation.Delete, Refuse = 2, RefuseIds = [ids[0]], Times = 1 });

        var partial = await alice.DeleteAsync([.. ids]);
        var whole = await alice.DeleteAsync([.. ids]);

        Assert.Equal(ids.Skip(1).Take(3), partial.Ids);
        Assert.Equal([ids[0], ids[4], ids[5]], whole.Ids);
    }

    [Theory]
    [InlineData("Thu, 26 Nov 2026 12:00:40 GMT")]
    [InlineData("soon")]
    public async Task Wait_is_told_as_it_stands(string wait)
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        sandbox.Add(new() { Kind = FaultKind.Throttle, RetryAfter = wait, Times = 1 });
        sandbox.Add(new() { Kind = FaultKind.Status, Operation = ApiOperation.Detail, RetryAfterSeconds = 9, Times = 1 });

        var throttled = await alice.ListAsync();
        var down = await alice.GetAsync("/api/v2/notifications/1?imtZoneId=1");

        Assert.Equal((HttpStatusCode.TooManyRequests, wait), (throttled.Status, Assert.Single(throttled.Headers.GetValues("Retry-After"))));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "9"), (down.Status, Assert.Single(down.Headers.GetValues("Retry-After"))));
    }

    [Theory]
    [InlineData(FaultMoment.Before, true)]
    [InlineData(FaultMoment.After, false)]
    public async Task Other_answer_stands_in_place_of_the_operations_before_or_after_the_change(FaultMoment moment, bool stillThere)
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);
        sandbox.Add(new() { Kind = FaultKind.Answer, Operation = ApiOperation.Delete, When = moment, Body = """{"notifications":[{"id":"424242"}]}""", Times = 1 });

        var answer = await alice.DeleteAsync("1", "2");

        Assert.Equal((HttpStatusCode.OK, "424242"), (answer.Status, Assert.Single(answer.Ids)));
        Assert.Equal(stillThere, (await alice.ListAsync()).Ids.Contains("1"));
        Assert.Equal(stillThere ? [] : ["1", "2"], Assert.Single(sandbox.Log, call => call.Operation == ApiOperation.Delete).Changed);
    }

    [Fact]
    public async Task Other_answer_may_differ_in_its_type_alone_and_may_have_no_body()
    {
        await using var sandbox = await StartAsync();
        using var http = HttpOf(sandbox);
        sandbox.Add(new() { Kind = FaultKind.Answer, Operation = ApiOperation.List, When = FaultMoment.After, ContentType = "text/plain", Times = 1 });
        sandbox.Add(new() { Kind = FaultKind.Answer, Operation = ApiOperation.Mark, Status = 204, Body = "", Times = 1 });

        using var list = await http.GetAsync("/api/v2/notifications?imtZoneId=1", Cancellation);
        using var marked = await http.PostAsync("/api/v2/notifications/mark-as-read?imtZoneId=1&ids=all", null, Cancellation);

        Assert.Equal("text/plain", list.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("{\"notifications\":[{", await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, ""), (marked.StatusCode, await marked.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public async Task Cut_answer_belongs_to_a_change_that_was_made_and_ends_short_of_its_length()
    {
        await using var sandbox = await StartAsync();
        using var http = HttpOf(sandbox);
        sandbox.Add(new() { Kind = FaultKind.Cut, Operation = ApiOperation.Mark, Times = 1 });

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v2/notifications/mark-as-read?imtZoneId=1&ids=all") { Content = new ByteArrayContent([]) };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 0);
        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.ReadAsStringAsync(Cancellation));
        Assert.NotEmpty(Assert.Single(sandbox.Log).Changed);
    }

    [Fact]
    public async Task Dripping_answer_comes_byte_by_byte()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var sandbox = await StartAsync(Small with { Faults = [new() { Kind = FaultKind.Drip, DelayMilliseconds = 1_000 }] }, time);
        using var http = HttpOf(sandbox);

        using var answer = await http.GetAsync("/api/v2/users/me", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        var piece = new byte[100];

        Assert.Equal(1, await body.ReadAsync(piece, Cancellation));
        var next = body.ReadAsync(piece, Cancellation).AsTask();
        Assert.False(next.IsCompleted);
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.InRange(await next, 1, piece.Length);
        Assert.Equal((byte)'"', piece[0]);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Swollen_answer_is_small_on_the_way_where_gzip_is_accepted(string accepted, string? encoding)
    {
        await using var sandbox = await StartAsync();
        using var http = HttpOf(sandbox);
        http.DefaultRequestHeaders.Add("Accept-Encoding", accepted);
        sandbox.Add(new() { Kind = FaultKind.Swell, Megabytes = 3 });

        using var answer = await http.GetAsync("/api/v2/users/me", Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(encoding is null, bytes.Length > 3 * 1024 * 1024);
        using var read = new MemoryStream();
        await using var unpacked = encoding is null ? (Stream)new MemoryStream(bytes) : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        await unpacked.CopyToAsync(read, Cancellation);
        Assert.InRange(read.Length, 3 * 1024 * 1024, 3 * 1024 * 1024 + 10_000);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(read.ToArray()).RootElement.ValueKind);
    }

    [Theory]
    [InlineData("""{"kind":"status","status":200}""", "Status")]
    [InlineData("""{"kind":"answer","status":199,"body":"x"}""", "Status")]
    [InlineData("""{"kind":"answer"}""", "Body")]
    [InlineData("""{"kind":"answer","status":204,"body":"x"}""", "Body")]
    [InlineData("""{"kind":"answer","body":"x","contentType":"nonsense"}""", "ContentType")]
    [InlineData("""{"kind":"throttle","retryAfter":"1","retryAfterSeconds":1}""", "RetryAfter")]
    [InlineData("""{"kind":"throttle","retryAfter":"a\nb"}""", "RetryAfter")]
    [InlineData("""{"kind":"swell","megabytes":0}""", "Megabytes")]
    public async Task Fault_that_makes_no_sense_is_refused(string fault, string named)
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.SendAsync(HttpMethod.Post, "/sandbox/faults", JsonDocument.Parse(fault).RootElement);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith($"{named} ", answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Faults);
    }

    private static HttpClient HttpOf(SandboxServer sandbox)
    {
        var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Token {Person.AccountOf("Alice", sandbox).Tokens[0].Value}");
        return http;
    }
}
