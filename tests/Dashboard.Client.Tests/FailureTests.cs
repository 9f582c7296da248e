using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Client.Tests;

public class FailureTests
{
    private const string Denied = """{"detail":"Access denied.","message":"Permission denied","code":"SC403"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, "", typeof(MakeFailure.NotSignedIn), false)]
    [InlineData(304, "", typeof(MakeFailure.NotSignedIn), false)]
    [InlineData(400, """{"code":"IM102"}""", typeof(MakeFailure.NotSignedIn), false)]
    [InlineData(403, Denied, typeof(MakeFailure.LacksPermission), false)]
    [InlineData(404, "<html>", typeof(MakeFailure.NotFound), false)]
    [InlineData(400, """{"detail":"User has no organization in the zone"}""", typeof(MakeFailure.NoOrganizationInZone), false)]
    [InlineData(400, """{"message":"User has no organization in the zone","detail":["x"]}""", typeof(MakeFailure.NoOrganizationInZone), false)]
    [InlineData(400, "{}", typeof(MakeFailure.Rejected), false)]
    [InlineData(406, """{"code":"IM004"}""", typeof(MakeFailure.Rejected), false)]
    [InlineData(429, "", typeof(MakeFailure.Throttled), false)]
    [InlineData(302, "", typeof(MakeFailure.Unreadable), true)]
    [InlineData(407, "", typeof(MakeFailure.Unavailable), false)]
    [InlineData(408, "", typeof(MakeFailure.Unavailable), true)]
    [InlineData(500, "<html>", typeof(MakeFailure.Unavailable), true)]
    [InlineData(503, "", typeof(MakeFailure.Unavailable), true)]
    public async Task Status_decides_the_failure(int status, string body, Type failure, bool mayHaveBeenExecuted)
    {
        await using var make = LoopbackMake.Answering(body, status, "Location: /elsewhere");

        var e = await Assert.ThrowsAsync<MakeException>(() => make.Client().DeleteNotificationsAsync([new(1)], 2, Token));

        Assert.IsType(failure, e.Failure);
        Assert.Equal(mayHaveBeenExecuted, e.MayHaveBeenExecuted);
        Assert.Equal(e.Failure.Message, e.Message);
        Assert.Single(make.Requests);
    }

    [Theory]
    [InlineData(
        """{"detail":"Validation failed for 1 parameter(s).","message":"Bad Request","code":"SC400","suberrors":[{"message":"Missing value of required parameter 'number'.","name":"Error"}]}""",
        "SC400", "Validation failed for 1 parameter(s).", "Missing value of required parameter 'number'.")]
    [InlineData("""{"detail":["one","two",{"a":1}],"description":"x"}""", null, "one\ntwo", null)]
    [InlineData("""{"message":"Bad Request","detail":null,"suberrors":[null,5,"plain"]}""", null, "Bad Request", "plain")]
    [InlineData("\"just text\"", null, "just text", null)]
    [InlineData("""{"detail":"half \ud800 pair","code":5}""", null, "half \uFFFD pair", null)]
    [InlineData("""{"detail":{},"suberrors":{}}""", null, null, null)]
    [InlineData("{}", null, null, null)]
    [InlineData("[]", null, null, null)]
    [InlineData("", null, null, null)]
    [InlineData("""{"detail":"cut""", null, null, null)]
    [InlineData("<html><body>Bad Request</body></html>", null, null, null)]
    public async Task Rejection_carries_what_Make_said(string body, string? code, string? detail, string? suberror)
    {
        await using var make = LoopbackMake.Answering(body, 400);

        var failure = Assert.IsType<MakeFailure.Rejected>(await FailureAsync(make.Client()));

        Assert.Equal((code, detail), (failure.Code, failure.Detail));
        Assert.Equal(suberror is null ? [] : [suberror], failure.Suberrors);
    }

    [Fact]
    public async Task Long_errors_are_cut_or_left_unread()
    {
        await using var detailed = LoopbackMake.Answering($$"""{"detail":"{{new string('x', 5000)}}"}""", 400);
        await using var huge = LoopbackMake.Answering($$"""{"detail":"{{new string('x', 100_000)}}"}""", 400);

        Assert.Equal(500, Assert.IsType<MakeFailure.Rejected>(await FailureAsync(detailed.Client())).Detail?.Length);
        Assert.Null(Assert.IsType<MakeFailure.Rejected>(await FailureAsync(huge.Client())).Detail);
    }

    [Theory]
    [InlineData("Retry-After: 2", 2)]
    [InlineData("Retry-After: 1000000000", 900)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("Retry-After: -5", null)]
    [InlineData("Retry-After: Mon, 23 Nov 2026 10:00:30 GMT", 30)]
    [InlineData("Retry-After: Mon, 23 Nov 2026 09:00:00 GMT", 0)]
    [InlineData("Retry-After: Mon, 23 Nov 2026 12:00:30 GMT\r\nDate: Mon, 23 Nov 2026 12:00:10 GMT", 20)]
    [InlineData("X-Nothing: 1", null)]
    public async Task Throttling_carries_the_wait(string header, int? seconds)
    {
        await using var make = LoopbackMake.Answering(
            """{"message":"Requests limit for organization exceeded, please try again later."}""", 429, header);
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)))
            .AddMakeApi(options => (options.BaseAddress, options.Credential) = (make.Address, MakeCredential.ApiToken("t")));

        var failure = await FailureAsync(services.BuildServiceProvider().GetRequiredService<MakeClient>());

        var wait = Assert.IsType<MakeFailure.Throttled>(failure).RetryAfter;
        Assert.Equal(seconds, wait?.TotalSeconds);
    }

    [Fact]
    public async Task No_failure_shows_the_token_the_body_or_the_query()
    {
        foreach (var status in (int[])[200, 302, 400, 401, 403, 404, 429, 500])
        {
            await using var make = LoopbackMake.Answering("""{"detail":"secret-of-the-body","notifications":"secret-of-the-body"}""", status);

            var e = await Assert.ThrowsAsync<MakeException>(() => make.Client().MarkAllReadAsync(12345, Token));

            foreach (var text in (string[])[e.ToString(), e.Message, e.Failure.Message])
            {
                Assert.DoesNotContain("canary-token", text, StringComparison.Ordinal);
                Assert.DoesNotContain("12345", text, StringComparison.Ordinal);
                Assert.DoesNotContain("secret-of-the-body", text, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<MakeFailure> FailureAsync(MakeClient client) =>
        (await Assert.ThrowsAsync<MakeException>(() => client.ListNotificationsAsync(new(), Token))).Failure;
}
