using System.Data.Common;
using System.Globalization;
using System.Net;
using Dashboard.Sandbox.Api;
using Dashboard.Testing;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Dashboard.Web.Proxy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>
/// Twenty people of one organization, each at an inbox page of their own: real circuits over real WebSockets, which feed, open and delete out of one
/// budget. Portal and sandbox are on one clock that only the test moves, and the sandbox's own log says when it was asked.
/// </summary>
/// <remarks>Twenty pages want both processors: these tests run by themselves.</remarks>
[CollectionDefinition(nameof(CircuitBudgetTests), DisableParallelization = true)]
[Collection(nameof(CircuitBudgetTests))]
public sealed class CircuitBudgetTests : IAsyncLifetime
{
    private const int People = 20;
    private const int PerMinute = 60;
    private const int PollsPerMinute = PerMinute / 2;

    /// <summary>When in the busy minute everybody reads a notification, and when they delete it then: together twice what there is.</summary>
    private static readonly int[] Reads = [0, 15, 30, 45];
    private static readonly int[] Deletions = [15, 30];

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<PersonAtPage> _people = [];
    private readonly Dictionary<DateTimeOffset, BudgetUse> _uses = [];
    private ConnectedApp? _app;
    private Connection? _connection;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ConnectedApp App => _app!;

    private DateTimeOffset Now => App.Time.GetUtcNow();

    private BudgetState Budget => App.Get<MakeProxy>().Budget(_connection!);

    /// <summary>What the budget has let through, by minutes; kept here for longer than the portal does.</summary>
    private IReadOnlyCollection<BudgetUse> Uses
    {
        get
        {
            foreach (var use in App.Get<MakeProxy>().Uses(_connection!))
                _uses[use.Minute] = use;
            return _uses.Values;
        }
    }

    /// <summary>Twenty have signed in and connected; what that took at Make is over and forgotten.</summary>
    public async ValueTask InitializeAsync()
    {
        _app = await ConnectedApp.StartAsync(
            RunningDashboard.Small with { Zones = 1, Notifications = 100, RequestsPerMinute = PerMinute, Colleagues = People - 2 },
            new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Warning",
                // Its renewals are counted by the clock, which flies: they would keep the database busy.
                ["Actions:Lease"] = "00:10:00",
            },
            services => services.ConfigureDbContext<DashboardDb>(database => database.AddInterceptors(new PatientDatabase())),
            movesSandbox: true);
        var organization = App.Sandbox.Accounts[0].Organizations[0];
        foreach (var account in App.Sandbox.Accounts.Where(account => account.Organizations.Contains(organization)))
        {
            _people.Add(await PersonAtPage.SignInAsync(App, account, Cancellation));
            App.Time.Advance(10 * Step);
        }

        Assert.Equal(People, _people.Count);
        _connection = Assert.Single(await App.ConnectionsAsync(_people[0].Account.Name));
        App.Time.Advance(11 * Minute);
        App.Sandbox.ClearLog();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_circuits_never_ask_more_than_the_limit_and_their_people_are_served_or_told()
    {
        await Task.WhenAll(_people.Select(person => person.OpenInboxAsync()));
        await Wait.UntilAsync(() => App.Get<OpenPages>().Count == People);

        // All lists want to be read at once, which is more than feeds may use in a minute.
        await TickUntilAsync(() => _people.Exists(person => person.HasRows), "a first list");
        Assert.True(await _people.First(person => person.HasRows).ReadNextAsync(), "A person is served at once, whatever feeds want.");
        await TickUntilAsync(() => _people.TrueForAll(person => person.HasRows), "everybody's list");
        await AssertLeftIsToldAsync(_people[0]);

        string? spent = null;
        for (var second = 0; second < 60; second++, App.Time.Advance(Step))
        {
            foreach (var person in Reads.Contains(second) ? _people : [])
                person.Begin(thenDelete: Deletions.Contains(second));
            await RestAsync();
            if (spent is not null || Budget is not { Left: 0, PausedUntil: null })
                continue;
            Assert.True(App.Sandbox.Log.Count(call => call.Came > Now - Minute) >= PerMinute, "Nothing is left, though the sandbox was asked for less than there is.");
            spent = await _people[^1].ReadBudgetAsync();
        }

        await TickUntilAsync(
            () => _people.TrueForAll(person => person.Work.IsCompleted && DeletionsOf(person).Sum(call => call.Changed.Count) >= Deletions.Length && person.WasTold("1 notification deleted at Make.")),
            "end of every deletion that its page has told");
        await RestAsync();

        AssertWithinTheLimit();
        AssertDeletedOnce();
        Assert.Equal("0 of 60 a minute left, shared with everything else your organization runs on Make's API, and by 20 connections here.", spent);
        Assert.True(_people.Sum(person => person.Refused) > 0, "Nobody was told that the limit is reached, though much more was asked than there was.");
        Assert.Equal(People, App.Get<OpenPages>().Count);
    }

    /// <summary>A person's page says what the sandbox's log leaves of the limit; the clock stands still.</summary>
    private async Task AssertLeftIsToldAsync(PersonAtPage person)
    {
        await RestAsync();
        // What came within the step before the minute may have been let through within it.
        var least = Came(Minute - Step);
        var told = await person.ReadBudgetAsync();
        await RestAsync();
        Assert.InRange(int.Parse(told.Split(' ')[0], CultureInfo.InvariantCulture), PerMinute - Came(Minute), PerMinute - least);
        Assert.Contains($" of {PerMinute} a minute left", told, StringComparison.Ordinal);

        int Came(TimeSpan lately) => App.Sandbox.Log.Count(call => call.Came > Now - lately);
    }

    private static bool IsPoll(LoggedCall call) => call.Operation is ApiOperation.List or ApiOperation.Unread;

    private void AssertWithinTheLimit()
    {
        var came = App.Sandbox.Log;
        foreach (var first in came)
        {
            // A request may come one step of the clock after it was let through.
            var minute = came.Where(call => call.Came >= first.Came && call.Came < first.Came + Minute - Step).ToArray();
            Assert.InRange(minute.Length, 1, PerMinute);
            Assert.InRange(minute.Count(IsPoll), 0, PollsPerMinute);
        }

        Assert.Equal(
            (came.Count(IsPoll), came.Count(call => call.Operation == ApiOperation.Detail), came.Count(call => call.Operation == ApiOperation.Delete), 0),
            (Uses.Sum(use => use.Feed), Uses.Sum(use => use.Detail), Uses.Sum(use => use.Action), Uses.Sum(use => use.Check)));
    }

    private void AssertDeletedOnce() => Assert.All(_people, person =>
    {
        Assert.Equal(Deletions.Length, person.Deleted.Count);
        var wanted = person.Deleted.Select(id => id.ToString()).Order().ToArray();
        Assert.Equal(wanted, DeletionsOf(person).SelectMany(call => call.Ids).Order());
        Assert.Equal(wanted, DeletionsOf(person).SelectMany(call => call.Changed).Order());
    });

    /// <summary>What the sandbox was asked to delete for somebody, but for what it refused as too much.</summary>
    private IEnumerable<LoggedCall> DeletionsOf(PersonAtPage person) => App.Sandbox.Log.Where(call =>
        call.Operation == ApiOperation.Delete && call.Account == person.Account.Email && call.Status != (int)HttpStatusCode.TooManyRequests);

    /// <summary>Lets the clock go on, step by step, until this holds.</summary>
    private async Task TickUntilAsync(Func<bool> holds, string wanted)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        enough.CancelAfter(Patience);
        for (; !holds(); App.Time.Advance(Step))
        {
            if (enough.IsCancellationRequested)
                throw new TimeoutException($"No {wanted} within {Patience}; {Standing}.");
            await RestAsync();
        }
    }

    /// <summary>
    /// What the clock may move on from: all that was let through has come, and whatever people have begun is over, or waits for the clock because
    /// nothing is left.
    /// </summary>
    private async Task RestAsync()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        enough.CancelAfter(Patience);
        do
        {
            if (enough.IsCancellationRequested)
                throw new TimeoutException($"No rest within {Patience}; {Standing}.");
            // What a step has set off needs a moment to begin.
            await Task.Delay(Pace, Cancellation);
            foreach (var person in _people.Where(person => person.Work.IsFaulted))
                await person.Work;
        }
        while (Uses.Sum(use => use.Total) != App.Sandbox.Log.Count
            || (Budget is { Left: > 0, PausedUntil: null } && !_people.TrueForAll(person => person.Work.IsCompleted)));
    }

    private string Standing =>
        $"{Uses.Sum(use => use.Total)} let through, {App.Sandbox.Log.Count} came, {_people.Count(person => !person.Work.IsCompleted)} people at work, {Budget}";

    /// <summary>A busy machine's database is waited for: what has its place in the budget is not given up before it is sent.</summary>
    private sealed class PatientDatabase : DbConnectionInterceptor
    {
        public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
        {
            ((SqliteConnection)result).DefaultTimeout = (int)Patience.TotalSeconds;
            return result;
        }
    }
}
