using Dashboard.Sandbox.Api;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Inbox;

public sealed class InboxesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_pages_of_one_person_share_one_feed()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var first = await app.WatchFilledAsync("Alice");
        var calls = app.Sandbox.Log.Count;

        using var second = await app.WatchAsync("Alice");

        Assert.Same(first.Inbox, second.Inbox);
        // The last word of a look, that it is over, may still come.
        await app.UntilAsync(first.Inbox, now => now == second.Inbox.Snapshot);
        Assert.Equal(calls, app.Sandbox.Log.Count);
    }

    [Fact]
    public async Task Inbox_ends_five_minutes_after_its_last_page_and_not_before()
    {
        await using var app = await ConnectedApp.StartAsync();
        var watch = await app.WatchFilledAsync("Alice");
        watch.Dispose();
        watch.Dispose();
        app.Time.Advance(TimeSpan.FromMinutes(4));
        using (var back = await app.WatchAsync("Alice"))
            Assert.Same(watch.Inbox, back.Inbox);

        app.Time.Advance(TimeSpan.FromMinutes(4));
        using (var stillThere = await app.WatchAsync("Alice"))
            Assert.Same(watch.Inbox, stillThere.Inbox);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        await app.UntilAsync(watch.Inbox, snapshot => snapshot.Parts.Count == 0);
        using var anew = await app.WatchAsync("Alice");

        Assert.NotSame(watch.Inbox, anew.Inbox);
        await app.UntilAsync(anew.Inbox, ConnectedApp.IsFilled);
    }

    [Theory]
    [InlineData("00:01:00", false)]
    [InlineData("00:00:00.010", true)]
    public async Task Expression_may_take_as_long_as_the_setting_says(string time, bool isGivenUp)
    {
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?> { ["Inbox:PatternTime"] = time });
        using var watch = await app.WatchFilledAsync("Alice");
        // Over all subjects more than is allowed where nothing is set.
        app.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(100);

        var asked = Record.Exception(() => watch.Inbox.Snapshot.View(InboxQuery.Parse("/e.*r/", null, null, out _)).Count);

        Assert.Equal(isGivenUp, asked is TimeoutException);
    }

    [Fact]
    public async Task Page_that_leaves_before_its_inbox_was_read_keeps_nothing_alive()
    {
        await using var app = await ConnectedApp.StartAsync();
        await app.ConnectAsync("Alice");
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Get<Inboxes>().WatchAsync(app.KeyOf("Alice").ToString(), gone.Token));
        var watch = await app.WatchAsync("Alice");
        watch.Dispose();
        app.Time.Advance(TimeSpan.FromMinutes(5));

        await app.UntilAsync(watch.Inbox, snapshot => snapshot.Parts.Count == 0);
    }

    [Fact]
    public async Task Open_inbox_follows_connections_that_come_and_go()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchAsync("Alice");
        Assert.Equal(0, watch.Inbox.Snapshot.Count);

        await app.ConnectAsync("Alice");
        await app.UntilAsync(watch.Inbox, snapshot => snapshot.Count == 200);
        var connection = Assert.Single(watch.Inbox.Connections);
        await app.Get<ConnectionRegister>().RemoveAsync(connection.Owner, connection.Id, Cancellation);

        await app.UntilAsync(watch.Inbox, snapshot => snapshot.Parts.Count == 0);
        Assert.Empty(watch.Inbox.Connections);
    }

    [Fact]
    public async Task Ended_inbox_asks_Make_no_more()
    {
        // Nobody looks before the inbox ends: a look that is given up may come to Make a moment later.
        await using var app = await ConnectedApp.StartAsync(settings: new Dictionary<string, string?> { ["Inbox:RefreshInterval"] = "00:06:00" });
        var alice = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        alice.Dispose();
        app.Time.Advance(TimeSpan.FromMinutes(5));
        await app.UntilAsync(alice.Inbox, snapshot => snapshot.Parts.Count == 0);
        var calls = CallsOf("alice@harbour.example", app);

        var at = ben.Inbox.Snapshot.Parts[0].State.InStepAt;
        await app.UntilAsync(ben.Inbox, snapshot => snapshot.Parts[0].State.InStepAt > at + TimeSpan.FromMinutes(12), TimeSpan.FromSeconds(5));

        Assert.Equal(calls, CallsOf("alice@harbour.example", app));
    }

    [Fact]
    public async Task Pages_that_open_at_once_wait_for_the_same_marks()
    {
        var (marks, began, known) = (new RememberedMarks(), new TaskCompletionSource(), new TaskCompletionSource());
        marks.OnAttach = _ =>
        {
            began.SetResult();
            return known.Task;
        };
        await using var app = await StartAsync(marks);
        await app.ConnectAsync("Alice");

        var (first, second) = (app.WatchAsync("Alice"), app.WatchAsync("Alice"));
        await began.Task;
        using var gone = new CancellationTokenSource();
        var third = app.Get<Inboxes>().WatchAsync(app.KeyOf("Alice").ToString(), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        var waited = !first.IsCompleted && !second.IsCompleted && app.Sandbox.Log.All(call => call.Operation != ApiOperation.List);
        known.SetResult();
        using var one = await first;
        using var other = await second;

        Assert.True(waited);
        Assert.Same(one.Inbox, other.Inbox);
        Assert.Equal((1, 0), (marks.Attached, marks.Detached));
    }

    [Fact]
    public async Task Marks_that_could_not_be_had_fail_the_page_and_are_asked_for_by_the_next()
    {
        var marks = new RememberedMarks { OnAttach = _ => throw new InvalidOperationException("Not today.") };
        await using var app = await StartAsync(marks);
        await app.ConnectAsync("Alice");

        Assert.Equal("Not today.", (await Assert.ThrowsAsync<InvalidOperationException>(() => app.WatchAsync("Alice"))).Message);
        marks.OnAttach = _ => Task.CompletedTask;
        using var watch = await app.WatchAsync("Alice");
        using var later = await app.WatchAsync("Alice");

        await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled);
        Assert.Equal(2, marks.Attached);
    }

    [Fact]
    public async Task Marks_are_let_go_of_when_the_inbox_ends()
    {
        var marks = new RememberedMarks();
        await using var app = await StartAsync(marks);
        var watch = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        watch.Dispose();
        app.Time.Advance(TimeSpan.FromMinutes(5));

        await app.UntilAsync(ben.Inbox, _ => marks.Detached == 1, TimeSpan.FromMilliseconds(1));
        Assert.Empty(watch.Inbox.Connections);
        await app.Get<Inboxes>().DisposeAsync();

        Assert.Equal((2, 2), (marks.Attached, marks.Detached));
    }

    private static Task<ConnectedApp> StartAsync(RememberedMarks marks) =>
        ConnectedApp.StartAsync(configure: services => services.AddSingleton<IInboxMarks>(marks));

    private static int CallsOf(string account, ConnectedApp app) => app.Sandbox.Log.Count(call => call.Account == account && call.Operation != ApiOperation.Unknown);
}
