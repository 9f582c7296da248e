using Dashboard.Client;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Actions;
using Dashboard.Web.Connections;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;
using Dashboard.Web.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests;

/// <summary>The app on a clock that only the test moves, and the sandbox on the real one unless a test wants it otherwise.</summary>
internal sealed class ConnectedApp : IAsyncDisposable
{
    public const string Environment = "Sandbox (not Make)";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private ConnectedApp(RunningDashboard dashboard, AwaitedClock time) => (Dashboard, Time) = (dashboard, time);

    public RunningDashboard Dashboard { get; }

    public AwaitedClock Time { get; }

    public SandboxServer Sandbox => Dashboard.Sandbox;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="sandbox">The sandbox's knobs.</param>
    /// <param name="settings">Settings of the app.</param>
    /// <param name="configure">Runs before the app adds its rooms.</param>
    /// <param name="deadlines">Sets how long an answer may take; left out, so long that none is missed.</param>
    /// <param name="movesSandbox">Whether the sandbox, and when it says that it was asked, is on the test's clock, too.</param>
    public static async Task<ConnectedApp> StartAsync(
        SandboxOptions? sandbox = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null,
        Action<MakeApiOptions>? deadlines = null,
        bool movesSandbox = false)
    {
        var time = new AwaitedClock(DateTimeOffset.UtcNow);
        return new ConnectedApp(
            await RunningDashboard.StartAsync(sandbox ?? RunningDashboard.Small, new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Make:RetryDelay"] = "00:00:00" }, builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(time);
                configure?.Invoke(builder.Services);
                // The test's clock leaps while requests are under way.
                builder.Services.PostConfigureAll(deadlines ?? (make => make.AnswerTimeout = make.ReadTimeout = make.ListTimeout = make.ChangeTimeout = TimeSpan.FromHours(1)));
            }, movesSandbox ? time : null, Cancellation),
            time);
    }

    public T Get<T>()
        where T : notnull => Dashboard.Services.GetRequiredService<T>();

    public UserKey KeyOf(string name)
    {
        var account = Person.AccountOf(name, Sandbox);
        return new UserKey(account.TenantId.ToString(), account.ObjectId.ToString());
    }

    public string TokenOf(string name, int token = 0) => Person.AccountOf(name, Sandbox).Tokens[token].Value.ToString();

    public Task<ConnectOutcome> ConnectAsync(string name, int token = 0) =>
        Get<ConnectionSetup>().ConnectAsync(KeyOf(name).ToString(), Environment, TokenOf(name, token), Cancellation);

    /// <summary>A person's connections as they are stored now.</summary>
    public Task<IReadOnlyList<Connection>> ConnectionsAsync(string name) => Get<ConnectionRegister>().ListAsync(KeyOf(name).ToString(), Cancellation);

    public Task<InboxWatch> WatchAsync(string name) => Get<Inboxes>().WatchAsync(KeyOf(name).ToString(), Cancellation);

    /// <summary>A connected person's inbox, once everything that can be read is in step.</summary>
    public async Task<InboxWatch> WatchFilledAsync(string name, int token = 0)
    {
        Assert.Equal(ConnectOutcome.Connected, await ConnectAsync(name, token));
        var watch = await WatchAsync(name);
        await UntilAsync(watch.Inbox, IsFilled);
        return watch;
    }

    public static bool IsFilled(InboxSnapshot snapshot) =>
        snapshot.Parts.Count > 0 && snapshot.Parts.All(part => part.State.Phase is ZonePhase.InStep or ZonePhase.Unreadable);

    /// <summary>Waits for the inbox to be so; the clock stands still unless a step is given, which is taken again and again.</summary>
    public async Task<InboxSnapshot> UntilAsync(PersonalInbox inbox, Func<InboxSnapshot, bool> holds, TimeSpan step = default)
    {
        using var changed = new SemaphoreSlim(0);
        var onChanged = () => { changed.Release(); };
        inbox.Changed += onChanged;
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            enough.CancelAfter(Patience);
            for (var snapshot = inbox.Snapshot; ; snapshot = inbox.Snapshot)
            {
                if (holds(snapshot))
                    return snapshot;
                if (enough.IsCancellationRequested)
                    throw new TimeoutException(string.Join("; ", snapshot.Parts.Select(part => $"{part.Zone.Name}: {part.State}")));
                Time.Advance(step);
                // With a moving clock there may be nothing to hear of; without, a change comes.
                await changed.WaitAsync(step > TimeSpan.Zero ? TimeSpan.FromMilliseconds(5) : Patience, Cancellation);
            }
        }
        finally
        {
            inbox.Changed -= onChanged;
        }
    }

    /// <summary>
    /// What became of an action, once it is over or as it is asked for; the clock takes a step again and again. By more than a second it leaps
    /// only while the action waits and nothing of it is under way: an answer that came late by the test's clock alone would count as lost.
    /// </summary>
    public async Task<ActionReceipt> ReceiptAsync(PersonalInbox inbox, NotificationAction? action, Func<NotificationAction, bool>? holds = null, TimeSpan? step = null)
    {
        Assert.NotNull(action);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        enough.CancelAfter(Patience);
        while (true)
        {
            var receipt = await Get<ActivityLog>().ReceiptAsync(inbox.Owner, action.Id, enough.Token);
            if ((holds ?? (now => !now.IsLive))(receipt!.Action))
                return receipt;
            var (usual, wait) = (step ?? Second, receipt.Action.WaitsUntil - Time.GetUtcNow() ?? TimeSpan.Zero);
            Time.Advance(usual <= Second ? usual : wait <= Second ? Second : wait < usual ? wait : usual);
            // There may be nothing to hear of but the clock.
            await Task.Delay(TimeSpan.FromMilliseconds(5), enough.Token);
        }
    }

    /// <summary>The inbox of one zone holds what Make lists for the person, row by row.</summary>
    public async Task AssertAsMakeAsync(string name, InboxSnapshot snapshot, int newest = int.MaxValue)
    {
        using var person = Person.Named(name, Sandbox);
        var expected = new List<(string, string, bool)>();
        for (var offset = 0; (await person.ListAsync($"&pg[offset]={offset}")).Rows.ToArray() is { Length: > 0 } rows; offset += rows.Length)
            expected.AddRange(rows.Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("subject").GetString()!, row.GetProperty("read").GetString() is null)));
        var view = snapshot.View(new InboxQuery { Where = new Condition.InZone("eu1.make.example"), Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] });
        Assert.Equal(expected.Take(newest), Enumerable.Range(0, view.Count).Select(position => (view[position].Key.Id.ToString(), view[position].Subject, view[position].IsUnread)));
    }

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
