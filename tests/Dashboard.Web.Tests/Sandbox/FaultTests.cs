using System.Net;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
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

    [Fact]
    public async Task Fault_that_makes_no_sense_is_refused()
    {
        await using var sandbox = await StartAsync();
        using var alice = Person.Named("Alice", sandbox);

        var answer = await alice.SendAsync(HttpMethod.Post, "/sandbox/faults", new { kind = "status", status = 200 });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Status", answer.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
