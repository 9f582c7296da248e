using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Proxy;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>What is asked again, what never is, and how a dead environment is left alone.</summary>
public sealed class ResilienceTests : IDisposable
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    private readonly ProxyRig _rig = new();
    private readonly Connection _own = ProxyRig.ConnectionOf();

    /// <summary>Every way in which an answer may fail to come.</summary>
    public static TheoryData<string> Troubles => ["408", "429", "500", "502", "503", "504", "lost", "refused", "page", "cut"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _rig.Dispose();

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Change_is_sent_exactly_once_whatever_happens(string trouble)
    {
        _rig.Make.Instead = _ => Answer(trouble);

        await Assert.ThrowsAsync<MakeException>(() => _rig.ChangeAsync(_own, "delete"));
        Assert.Single(_rig.Make.Requests);
        _rig.Time.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<MakeException>(() => _rig.ChangeAsync(_own, "mark"));

        Assert.Equal([HttpMethod.Delete, HttpMethod.Post], _rig.Make.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("408")]
    [InlineData("lost")]
    [InlineData("refused")]
    [InlineData("page")]
    [InlineData("cut")]
    public async Task Question_is_asked_three_times_at_most_and_each_time_takes_a_place(string trouble)
    {
        _rig.Make.Instead = _ => Answer(trouble);

        var failed = await FailureAsync();

        Assert.True(failed.IsPassing);
        Assert.Equal(3, _rig.Make.Requests.Count);
        Assert.Equal((57, 3), (_rig.Proxy.Budget(_own).Left, _rig.Proxy.Uses(_own).Sum(use => use.Detail)));
    }

    [Theory]
    [InlineData("insecure", typeof(MakeFailure.Insecure))]
    [InlineData("401", typeof(MakeFailure.NotSignedIn))]
    [InlineData("403", typeof(MakeFailure.LacksPermission))]
    [InlineData("404", typeof(MakeFailure.NotFound))]
    [InlineData("400", typeof(MakeFailure.Rejected))]
    [InlineData("302", typeof(MakeFailure.Unreadable))]
    [InlineData("429", typeof(MakeFailure.Throttled))]
    [InlineData("503 in 120", typeof(MakeFailure.Unavailable))]
    public async Task Question_that_was_answered_or_can_not_be_asked_is_not_asked_again(string trouble, Type failure)
    {
        _rig.Make.Instead = _ => Answer(trouble);

        Assert.IsType(failure, await FailureAsync());

        Assert.Single(_rig.Make.Requests);
    }

    [Fact]
    public async Task Question_that_is_answered_the_second_time_is_answered()
    {
        _rig.Make.Instead = _ => _rig.Make.Requests.Count == 1 ? Answer("503") : null;

        Assert.Equal("<p>b</p>", (await _rig.OpenAsync(_own, Cancellation)).Body);
    }

    [Theory]
    [InlineData("429 in 2")]
    [InlineData("503 in 2")]
    public async Task Short_wait_is_waited_out_and_nobody_asks_meanwhile(string trouble)
    {
        _rig.Make.Instead = _ => _rig.Make.Requests.Count == 1 ? Answer(trouble) : null;

        var opening = _rig.OpenAsync(_own, Cancellation);
        _rig.Time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Single(_rig.Make.Requests);
        _rig.Time.Advance(TimeSpan.FromSeconds(0.2));

        await opening;
        Assert.Equal(2, _rig.Make.Requests.Count);
    }

    [Theory]
    [InlineData("429", 60)]
    [InlineData("429 in 0", 60)]
    [InlineData("429 in 6", 6)]
    [InlineData("429 in 120", 120)]
    [InlineData("429 in 1000000000", 900)]
    [InlineData("429 in soon", 60)]
    [InlineData("429 in Thu, 26 Nov 2026 12:00:40 GMT", 30)]
    public async Task Long_wait_is_told_at_once_with_its_end(string trouble, int seconds)
    {
        _rig.Make.Instead = _ => Answer(trouble);

        var told = Assert.IsType<MakeFailure.Throttled>(await FailureAsync());

        Assert.Equal(TimeSpan.FromSeconds(seconds), told.RetryAfter);
        Assert.Equal(_rig.Time.GetUtcNow() + TimeSpan.FromSeconds(seconds), _rig.Proxy.Budget(_own).PausedUntil);
        Assert.Single(_rig.Make.Requests);
    }

    [Fact]
    public async Task Repetitions_come_after_a_growing_pause_that_is_never_quite_the_same()
    {
        using var rig = new ProxyRig(retryDelay: "00:00:00.5");
        rig.Make.Instead = _ => Answer("503");
        var pauses = new List<TimeSpan>();
        for (var call = 0; call < 60; call++)
        {
            var failing = rig.OpenAsync(ProxyRig.ConnectionOf(organization: 100 + call, environment: call % 2 == 0 ? "EU1" : "US1"), Cancellation);
            for (var step = 0; step < 100 && !failing.IsCompleted; step++)
            {
                rig.Time.Advance(TimeSpan.FromMilliseconds(50));
                await Task.Yield();
            }

            await Assert.ThrowsAsync<MakeException>(() => failing);
            rig.Time.Advance(TimeSpan.FromMinutes(1));
        }

        pauses.AddRange(rig.Make.Requests.GroupBy(request => request.Caller).SelectMany(call => call.Zip(call.Skip(1), (before, after) => after.At - before.At)));
        Assert.All(pauses, pause => Assert.InRange(pause.TotalSeconds, 0, 5));
        // Beyond what a pause that does not grow has by chance.
        Assert.True(pauses.Max() > TimeSpan.FromSeconds(0.75), $"{pauses.Max()}");
        Assert.True(pauses.Distinct().Count() > 5, string.Join(' ', pauses.Distinct()));
    }

    [Fact]
    public async Task Dead_environment_is_answered_for_at_once_and_slows_no_other()
    {
        await BreakAsync();
        var before = _rig.Make.Requests.Count;

        var failed = Assert.IsType<MakeFailure.Unavailable>(await FailureAsync());
        var change = await Assert.ThrowsAsync<MakeException>(() => _rig.ChangeAsync(_own, "delete"));
        await _rig.OpenAsync(ProxyRig.ConnectionOf(environment: "US1"), Cancellation);

        Assert.Equal("Make cannot be reached: EU1 has stopped answering. Try again in 10 s.", failed.Message);
        Assert.Equal(Break, failed.RetryAfter);
        Assert.False(change.MayHaveBeenExecuted);
        Assert.Equal(before + 1, _rig.Make.Requests.Count);
    }

    [Fact]
    public async Task Dead_environment_costs_no_place_in_the_budget()
    {
        await BreakAsync();
        var left = _rig.Proxy.Budget(_own).Left;

        for (var i = 0; i < 100; i++)
            await FailureAsync();

        Assert.Equal(left, _rig.Proxy.Budget(_own).Left);
    }

    [Fact]
    public async Task Environment_that_answers_again_is_used_again_after_one_try()
    {
        await BreakAsync();
        _rig.Make.Instead = _ => null;
        _rig.Time.Advance(Break - TimeSpan.FromMilliseconds(1));
        await FailureAsync();
        _rig.Time.Advance(TimeSpan.FromMilliseconds(1));

        await _rig.OpenAsync(_own, Cancellation);
        await _rig.OpenAsync(_own, Cancellation);
    }

    [Theory]
    [InlineData("503", true)]
    [InlineData("404", false)]
    [InlineData("429 in 60", false)]
    public async Task One_try_decides_and_any_answer_of_Make_counts_as_one(string trouble, bool staysDead)
    {
        await BreakAsync();
        _rig.Time.Advance(Break);
        var before = _rig.Make.Requests.Count;
        _rig.Make.Instead = _ => Answer(trouble);

        await FailureAsync();
        Assert.Equal(before + 1, _rig.Make.Requests.Count);
        _rig.Make.Instead = _ => null;
        // Another organization, so that no limit is in the way.
        var next = await Record.ExceptionAsync(() => _rig.OpenAsync(ProxyRig.ConnectionOf(organization: 8), Cancellation));

        Assert.Equal(staysDead, next is not null);
    }

    [Fact]
    public async Task Try_that_a_person_gave_up_is_no_answer()
    {
        await BreakAsync();
        _rig.Time.Advance(Break);
        using var closed = new CancellationTokenSource();
        _rig.Make.Instead = _ =>
        {
            closed.Cancel();
            throw new OperationCanceledException(closed.Token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _rig.OpenAsync(_own, closed.Token));

        _rig.Make.Instead = _ => null;
        Assert.Contains("stopped answering", (await FailureAsync()).Message, StringComparison.Ordinal);
        _rig.Time.Advance(Break);
        await _rig.OpenAsync(_own, Cancellation);
    }

    [Fact]
    public async Task One_notification_that_always_fails_does_not_cut_off_those_that_work()
    {
        for (var i = 0; i < 10; i++)
        {
            _rig.Make.Instead = _ => null;
            await _rig.OpenAsync(_own, Cancellation);
            _rig.Make.Instead = _ => Answer("500");
            Assert.Contains("HTTP 500", (await FailureAsync()).Message, StringComparison.Ordinal);
            _rig.Time.Advance(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task Wait_for_a_place_does_not_count_towards_the_deadline()
    {
        var poller = _rig.Proxy.For(_own, Urgency.Poll, Purpose.Feed);
        for (var i = 0; i < ProxyRig.PerMinute / 2; i++)
            await poller.GetUnreadAsync(Cancellation);

        var waiting = poller.GetUnreadAsync(Cancellation);
        _rig.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(waiting.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));

        await waiting;
    }

    private HttpResponseMessage Answer(string trouble) => Trouble.Answer(trouble, _rig.Time.Start);

    /// <summary>So many failures that EU1 counts as dead.</summary>
    private async Task BreakAsync()
    {
        _rig.Make.Instead = request => request.RequestUri!.Host.StartsWith("eu1", StringComparison.Ordinal) ? Answer("503") : null;
        await FailureAsync();
        await FailureAsync();
        Assert.Equal(5, _rig.Make.Requests.Count);
    }

    private async Task<MakeFailure> FailureAsync() =>
        (await Assert.ThrowsAsync<MakeException>(() => _rig.OpenAsync(_own, Cancellation))).Failure;
}
