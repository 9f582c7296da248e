using System.Collections.Concurrent;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>Twenty people of one organization at their pages at once: feeds, opened notifications and changes out of one budget.</summary>
public sealed class SharedBudgetTests : IDisposable
{
    private const int People = 20;
    private const int PerMinute = ProxyRig.PerMinute;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly ProxyRig _rig = new();
    private readonly FakeTimeProvider _time;
    private readonly CountingMake _make;
    private readonly MakeProxy _proxy;
    private readonly Connection[] _connections = [.. Enumerable.Range(0, People).Select(_ => ProxyRig.ConnectionOf())];

    public SharedBudgetTests() => (_time, _make, _proxy) = (_rig.Time, _rig.Make, _rig.Proxy);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Twenty_people_never_send_more_than_the_limit_and_nobody_waits_for_the_feeds()
    {
        using var over = new CancellationTokenSource();
        var random = new Random(5);
        var served = 0;
        var refused = new ConcurrentQueue<DateTimeOffset>();
        Task[] feeds = [.. _connections.Select(connection => Task.Run(() => FeedOf(connection).RunAsync(over.Token)))];
        for (var now = TimeSpan.Zero; now < 9 * Minute; now += Step)
        {
            // Busy and quiet minutes by turns; in the busy ones people want twice what there is.
            for (var wanted = (int)now.TotalMinutes % 3 == 1 ? random.Next(5) : random.Next(4) == 0 ? 1 : 0; wanted > 0; wanted--)
                _ = AskAsync(_connections[random.Next(People)], random.Next(4) == 0);
            await AllHaveComeAsync();
            _time.Advance(Step);
        }

        await AllHaveComeAsync();
        await over.CancelAsync();
        await Task.WhenAll(feeds).ContinueWith(_ => { }, TaskScheduler.Default);
        var came = _make.Requests;
        foreach (var first in came)
        {
            // A request may come one step of the clock after it was let through.
            var minute = came.Where(request => request.At >= first.At && request.At < first.At + Minute - Step).ToArray();
            Assert.InRange(minute.Length, 1, PerMinute);
            Assert.InRange(minute.Count(request => request.IsPoll), 0, PerMinute / 2);
        }

        // Whoever was told to wait had been outrun by people, never by a feed.
        Assert.NotEmpty(refused);
        Assert.All(refused, at => Assert.True(came.Count(request => !request.IsPoll && request.At > at - Minute - Step && request.At <= at + Step) >= PerMinute / 2));
        // A look each 40 seconds in the quiet minutes, and no feed is overtaken by another.
        int[] looks = [.. _connections.Select(connection => came.Count(request => request.Path == "/users/unread-notifications" && request.Caller == connection.Id.ToString()))];
        Assert.True(looks.Min() >= 5 && looks.Max() - looks.Min() <= 2, string.Join(' ', looks));
        Assert.Equal((came.Count(request => request.IsPoll), served), (Uses().Sum(use => use.Feed), Uses().Sum(use => use.Detail + use.Action)));
        Assert.Equal(People, _proxy.Budget(_connections[0]).Sharing);

        async Task AskAsync(Connection connection, bool change)
        {
            try
            {
                var make = _proxy.For(connection, Urgency.Person, change ? Purpose.Action : Purpose.Detail);
                if (change)
                    await make.DeleteNotificationsAsync([new NotificationId(7)], 1, () => Task.CompletedTask, CancellationToken.None);
                else
                    await make.GetNotificationAsync(new NotificationId(7), 1, CancellationToken.None);
                Interlocked.Increment(ref served);
            }
            catch (MakeException full) when (full.Failure is MakeFailure.Throttled)
            {
                refused.Enqueue(_time.GetUtcNow());
            }
        }
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(10, 30)]
    [InlineData(20, 40)]
    [InlineData(60, 120)]
    public void Feeds_look_less_often_the_more_of_them_share_a_budget(int sharing, int seconds)
    {
        var budget = new RequestBudget(PerMinute, _time);

        var waits = Enumerable.Range(0, sharing).Select(_ => budget.UntilNextLook(Guid.NewGuid(), 1, TimeSpan.FromSeconds(30))).ToArray();

        Assert.Equal(TimeSpan.FromSeconds(seconds), waits[^1]);
        Assert.Equal(sharing, budget.State.Sharing);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromSeconds(30), budget.UntilNextLook(Guid.NewGuid(), 1, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Use_is_told_by_minute_and_purpose_for_ten_minutes()
    {
        var budget = new RequestBudget(PerMinute, _time);
        await budget.TakeAsync(Urgency.Poll, Purpose.Feed, Cancellation);
        await budget.TakeAsync(Urgency.Person, Purpose.Detail, Cancellation);
        budget.Charge(4, Purpose.Check);
        _time.Advance(3 * Minute);
        await budget.TakeAsync(Urgency.Person, Purpose.Action, Cancellation);

        var at = _time.Start;
        Assert.Equal([new BudgetUse(at, Feed: 1, Detail: 1, Check: 4), new BudgetUse(at + 3 * Minute, Action: 1)], budget.Uses);
        Assert.Equal(6, budget.Uses[0].Total);
        _time.Advance(8 * Minute);
        Assert.Equal([new BudgetUse(at + 3 * Minute, Action: 1)], budget.Uses);
    }

    [Fact]
    public async Task Answer_429_to_one_connection_holds_up_all_of_its_organization_and_no_other()
    {
        var stranger = ProxyRig.ConnectionOf(organization: 8);
        _make.Instead = request => request.Headers.Authorization!.Parameter == _connections[0].Id.ToString()
            ? new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "90" } } }
            : null;

        var refused = await Assert.ThrowsAsync<MakeException>(() => GetAsync(_connections[0]));
        var told = await Assert.ThrowsAsync<MakeException>(() => GetAsync(_connections[1]));
        await GetAsync(stranger);

        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<MakeFailure.Throttled>(refused.Failure).RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<MakeFailure.Throttled>(told.Failure).RetryAfter);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(90), _proxy.Budget(_connections[2]).PausedUntil);
        Assert.Equal([_connections[0].Id.ToString(), stranger.Id.ToString()], _make.Requests.Select(request => request.Caller));
        _time.Advance(TimeSpan.FromSeconds(90));
        await GetAsync(_connections[1]);
    }

    private Task<NotificationDetail> GetAsync(Connection connection) => _rig.OpenAsync(connection, Cancellation);

    private Feed FeedOf(Connection connection) =>
        new(connection, _proxy, new SubjectTable(_time), new KnownTotals(), new InboxOptions(), _time, NullLogger.Instance);

    private IReadOnlyList<BudgetUse> Uses() => _proxy.Uses(_connections[0]);

    /// <summary>What was let through has come to Make; then the clock may go on.</summary>
    private async Task AllHaveComeAsync()
    {
        do
            await Task.Delay(TimeSpan.FromMilliseconds(1), Cancellation);
        while (Uses().Sum(use => use.Total) != _make.Requests.Count);
    }
}
