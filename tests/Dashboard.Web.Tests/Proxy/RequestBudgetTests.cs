using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Proxy;

public sealed class RequestBudgetTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void No_minute_sees_more_than_the_limit_nor_pollers_more_than_half()
    {
        var budget = new RequestBudget(60, _time);
        var sent = new List<(DateTimeOffset At, Urgency Urgency)>();
        var random = new Random(1);
        for (var second = 0; second < 600; second++)
        {
            for (var i = random.Next(4); i > 0; i--)
                _ = SendAsync(Urgency.Poll);
            for (var i = random.Next(2); i > 0; i--)
                _ = SendAsync(Urgency.Person);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        foreach (var (at, _) in sent)
        {
            var minute = sent.Where(request => request.At >= at && request.At < at + TimeSpan.FromMinutes(1)).ToArray();
            Assert.InRange(minute.Length, 1, 60);
            Assert.InRange(minute.Count(request => request.Urgency == Urgency.Poll), 0, 30);
        }

        Assert.True(sent.Count > 9 * 45, $"Only {sent.Count} were let through: the budget is not used.");

        // Resumes on the thread that moves the clock, and so at the moment it was let through.
        async Task SendAsync(Urgency urgency)
        {
            await budget.TakeAsync(urgency, Purpose.Check, Cancellation);
            sent.Add((_time.GetUtcNow(), urgency));
        }
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task Clock_that_is_put_right_neither_stops_requests_nor_lets_more_through(int minutes)
    {
        var clock = new SetClock();
        var budget = new RequestBudget(1, clock);
        await budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);

        (clock.Shown, clock.Passed) = (clock.Shown.AddMinutes(minutes), TimeSpan.FromSeconds(30));
        var refused = await Assert.ThrowsAsync<MakeException>(() => budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation));
        clock.Passed = TimeSpan.FromSeconds(60);
        await budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);
        budget.Pause(TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<MakeFailure.Throttled>(refused.Failure).RetryAfter);
        Assert.Equal(clock.Shown.AddSeconds(10), budget.State.PausedUntil);
    }

    [Fact]
    public async Task Person_is_refused_at_once_when_the_wait_is_long_and_waits_when_it_is_short()
    {
        var budget = new RequestBudget(2, _time);
        await budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);
        await budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);

        var refused = await Assert.ThrowsAsync<MakeException>(() => budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation));
        _time.Advance(TimeSpan.FromSeconds(56));
        var waiting = budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(4));

        await waiting;
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<MakeFailure.Throttled>(refused.Failure).RetryAfter);
    }

    [Fact]
    public async Task Pollers_leave_half_of_the_budget_to_people()
    {
        var budget = new RequestBudget(10, _time);
        for (var i = 0; i < 5; i++)
            await budget.TakeAsync(Urgency.Poll, Purpose.Check, Cancellation);

        var poller = budget.TakeAsync(Urgency.Poll, Purpose.Check, Cancellation);
        for (var i = 0; i < 5; i++)
            await budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);

        Assert.False(poller.IsCompleted);
        Assert.Equal(0, budget.State.Left);
        _time.Advance(TimeSpan.FromMinutes(1));
        await poller;
    }

    [Fact]
    public async Task Person_who_waits_goes_before_a_poller()
    {
        var budget = new RequestBudget(2, _time);
        await budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);
        _time.Advance(TimeSpan.FromSeconds(30));
        await budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);
        // At 58 s both wait for the one place that comes free at 60 s, the poller first.
        _time.Advance(TimeSpan.FromSeconds(28));
        var poller = budget.TakeAsync(Urgency.Poll, Purpose.Check, Cancellation);
        var person = budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation);

        _time.Advance(TimeSpan.FromSeconds(2));

        await person;
        Assert.False(poller.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromMinutes(1));
        await poller;
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(0, 60)]
    [InlineData(7, 7)]
    [InlineData(3_600, 900)]
    public async Task Refusal_by_Make_pauses_everybody(int? retryAfter, int seconds)
    {
        var budget = new RequestBudget(60, _time);

        budget.Pause(retryAfter is { } told ? TimeSpan.FromSeconds(told) : null);

        Assert.Equal(_time.GetUtcNow().AddSeconds(seconds), budget.State.PausedUntil);
        var poller = budget.TakeAsync(Urgency.Poll, Purpose.Check, Cancellation);
        var refused = await Assert.ThrowsAsync<MakeException>(() => budget.TakeAsync(Urgency.Person, Purpose.Check, Cancellation));
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<MakeFailure.Throttled>(refused.Failure).RetryAfter);
        _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(poller.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await poller;
        Assert.Null(budget.State.PausedUntil);
    }

    [Fact]
    public void Organization_has_one_budget_whichever_connection_asks()
    {
        var budgets = new RequestBudgets(Options.Create(new MakeOptions { RequestsPerMinute = 30 }), _time);
        var (first, second) = (Connection(1, 240), Connection(1, null));

        Assert.Same(budgets.For(first), budgets.For(second));
        Assert.Equal(240, budgets.For(second).State.PerMinute);
        Assert.NotSame(budgets.For(first), budgets.For(Connection(2, null)));
        Assert.NotSame(budgets.For(Connection(null, null)), budgets.For(Connection(null, null)));
        Assert.Equal(30, budgets.For(Connection(null, null)).State.PerMinute);
    }

    private static Connection Connection(int? organization, int? limit) => new()
    {
        Id = Guid.NewGuid(),
        Owner = "t.o",
        Environment = "EU1",
        Name = "EU1",
        AccountId = 1,
        AccountName = "",
        AccountEmail = "",
        OrganizationId = organization,
        RequestsPerMinute = limit,
        Scopes = [],
        Zones = [],
        ConnectedAt = default,
    };
}
