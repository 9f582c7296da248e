using System.Diagnostics;
using Dashboard.Sandbox.Api;
using Dashboard.Web.Actions;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Faults;

/// <summary>One fault at one operation, from before it until all is as Make has it again.</summary>
internal sealed class FaultCell
{
    private const string Canary = "canary-7f3d";
    private const string Email = "alice@harbour.example";

    /// <summary>What a cell did to budgets and circuits is over.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FaultSite _site;
    private readonly string _trouble;
    private readonly int _logged;

    private FaultCell(FaultSite site, string trouble) => (_site, _trouble, _logged) = (site, trouble, site.App.Dashboard.Log.Lines.Count);

    public ConnectedApp App => _site.App;

    public PersonalInbox Inbox => _site.Inbox;

    /// <summary>What is known of the one zone.</summary>
    public ZoneState Zone => Assert.Single(Inbox.Snapshot.Parts).State;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Everything works, and nothing is under way.</summary>
    public static async Task<FaultCell> BeginAsync(FaultSite site, string trouble)
    {
        var cell = new FaultCell(site, trouble);
        cell.Mend();
        cell.App.Time.Advance(Pause);
        if (site.RefreshInterval > Pause)
            cell.Inbox.RefreshNow();
        var asked = 0;
        await Wait.UntilAsync(() =>
        {
            // Whoever had not begun to wait when the clock leapt waits for the next leap.
            if (++asked % 500 == 0)
                cell.App.Time.Advance(Pause);
            return cell.Zone is { Phase: ZonePhase.InStep } zone && zone.InStepAt == cell.App.Time.GetUtcNow();
        });
        Assert.Equal(ZonePhase.InStep, cell.Zone.Phase);
        return cell;
    }

    /// <summary>Unread notifications come to be at Make.</summary>
    public async Task<string[]> ArriveAtMakeAsync(int count)
    {
        using var alice = Person.Named("Alice", App.Sandbox);
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var added = await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = Email, zone = 1, subject = $"{Canary} {i}", body = $"<p>{Canary} in the body</p>" });
            ids.AddRange(added.Ids);
        }

        return [.. ids];
    }

    /// <summary>Unread notifications come to be, and are in the inbox.</summary>
    public async Task<NotificationKey[]> ArriveAsync(int count)
    {
        var connection = Assert.Single(Inbox.Connections);
        var keys = (await ArriveAtMakeAsync(count)).Select(id => new NotificationKey(connection.Id, Assert.Single(connection.Zones).Domain, Client.NotificationId.Parse(id))).ToArray();
        Inbox.RefreshNow();
        await App.UntilAsync(Inbox, snapshot => Array.TrueForAll(keys, key => snapshot.Find(key) is not null));
        return keys;
    }

    /// <summary>From here on it goes wrong.</summary>
    /// <param name="operation">What does.</param>
    /// <param name="times">How often; as long as it lasts where it is left out.</param>
    /// <param name="ids">What the cell is about.</param>
    public async Task BreakAsync(ApiOperation operation, int? times, params string[] ids)
    {
        App.Sandbox.ClearLog();
        switch (_trouble)
        {
            case "refused":
                await _site.Network.CloseAsync();
                break;
            case "gone":
                using (var alice = Person.Named("Alice", App.Sandbox))
                    await alice.DeleteAsync(ids[0]);
                App.Sandbox.ClearLog();
                break;
            case "503 everywhere":
                App.Sandbox.Add(RoomTrouble.Of("503", ApiOperation.Any, ids));
                break;
            case "503 twice":
                App.Sandbox.Add(RoomTrouble.Of("503", operation, ids) with { Times = 2 });
                break;
            default:
                App.Sandbox.Add(RoomTrouble.Of(_trouble, operation, ids) with { Times = times });
                break;
        }
    }

    /// <summary>From here on everything works.</summary>
    public void Mend()
    {
        App.Sandbox.ClearFaults();
        _site.Network.Open();
    }

    /// <summary>The person connects to Make again.</summary>
    public async Task ReconnectAsync()
    {
        Assert.Equal(ConnectOutcome.Connected, await App.ConnectAsync("Alice"));
        await Wait.UntilAsync(() => Zone.Phase == ZonePhase.InStep);
    }

    /// <summary>How often the sandbox was asked.</summary>
    public int Asked(ApiOperation operation) => App.Sandbox.Log.Count(call => call.Operation == operation);

    /// <summary>The sandbox was asked so often and no more. What the portal has given up is in its log a moment later.</summary>
    public async Task AssertAskedAsync(ApiOperation operation, int times)
    {
        await Wait.UntilAsync(() => Asked(operation) >= times);
        Assert.Equal(times, Asked(operation));
    }

    /// <summary>The portal's deadlines strike one after the other, each once the sandbox sits on the request.</summary>
    public async Task StrikeAsync(params TimeSpan[] deadlines)
    {
        for (var left = deadlines.Length - 1; left >= 0; left--)
        {
            await Wait.UntilAsync(() => App.Sandbox.Faults.Sum(fault => fault.Times) <= left);
            App.Time.Advance(deadlines[^(left + 1)]);
        }
    }

    /// <summary>Waits until the answer has begun: what is late from then on is its end.</summary>
    public async Task BegunAsync()
    {
        await Wait.UntilAsync(() => App.Sandbox.Faults.Count == 0);
        await Wait.UntilAsync(() => !App.Time.IsAwaited(App.Time.GetUtcNow() + FaultSite.AnswerTimeout));
    }

    /// <summary>Waits until the inbox waits for its next look, which it tells a moment before.</summary>
    public Task RestsAsync()
    {
        var (look, retry) = (App.Time.GetUtcNow() + _site.RefreshInterval, Zone.RetryAt!.Value);
        return Wait.UntilAsync(() => App.Time.IsAwaited(retry) || App.Time.IsAwaited(look));
    }

    /// <summary>Waits until the portal has heard of the limit: from then on nobody asks until the wait is over.</summary>
    public Task LimitedAsync() => Wait.UntilAsync(() => App.Get<MakeProxy>().Budget(Assert.Single(Inbox.Connections)).PausedUntil is not null);

    /// <summary>Moves the clock by no more than this, in steps, and then waits with the clock standing still.</summary>
    public async Task WithinAsync(TimeSpan most, Func<bool> holds)
    {
        const int Steps = 40;
        for (var step = 0; step < Steps && !holds(); step++)
        {
            App.Time.Advance(most / Steps);
            await Task.Delay(TimeSpan.FromMilliseconds(10), Cancellation);
        }

        await Wait.UntilAsync(holds);
        Assert.True(holds());
    }

    /// <summary>Nothing is lost, nothing is doubled, nobody has to start anything again, and nothing that is no log's business is in the log.</summary>
    /// <param name="looks">Whether the person looks again; else the inbox has to have found it out by itself.</param>
    public async Task EndAsync(bool looks)
    {
        Mend();
        var make = await AtMakeAsync();
        if (looks)
        {
            App.Time.Advance(TimeSpan.FromSeconds(1));
            Inbox.RefreshNow(compareAll: true);
            await Wait.UntilAsync(() => Zone.InStepAt == App.Time.GetUtcNow());
        }

        Assert.Equal(make, Shown());

        string[] lines = [.. App.Dashboard.Log.Lines.Skip(_logged)];
        var token = App.TokenOf("Alice");
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, line => line.Contains(token, StringComparison.OrdinalIgnoreCase) || line.Contains(token.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, line => line.StartsWith("Error ", StringComparison.Ordinal) || line.StartsWith("Critical ", StringComparison.Ordinal));
    }

    /// <summary>What Make has: id, subject, and whether it is unread.</summary>
    public async Task<(string Id, string Subject, bool IsUnread)[]> AtMakeAsync()
    {
        using var alice = Person.Named("Alice", App.Sandbox);
        return [.. (await alice.ListAsync("&pg[limit]=1000")).Rows.Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("subject").GetString()!, row.GetProperty("read").GetString() is null))];
    }

    /// <summary>What the inbox shows, in the order of Make's list.</summary>
    public (string Id, string Subject, bool IsUnread)[] Shown()
    {
        var view = Inbox.Snapshot.View(new InboxQuery { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] });
        return [.. Enumerable.Range(0, view.Count).Select(position => (view[position].Key.Id.ToString(), view[position].Subject, view[position].IsUnread))];
    }

    /// <summary>
    /// What becomes of an action, and what the person was told that it waits for. The clock goes on to where it waits until, and by a second
    /// where it works; who is to connect again does.
    /// </summary>
    public async Task<(ActionReceipt Receipt, IReadOnlyList<string> Waits)> OverAsync(NotificationAction action)
    {
        var waits = new List<string>();
        var isLate = false;
        for (var waited = Stopwatch.StartNew(); ;)
        {
            var receipt = (await App.Get<ActivityLog>().ReceiptAsync(Inbox.Owner, action.Id, Cancellation))!;
            var (now, its) = (App.Time.GetUtcNow(), receipt.Action);
            if (!its.IsLive)
                return (receipt, waits);
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"{its} is not over.");
            if (its.WaitsFor is { } waitsFor && !waits.Contains(waitsFor))
            {
                waits.Add(waitsFor);
                Mend();
                if (waitsFor.StartsWith("Waits until you connect", StringComparison.Ordinal))
                    await ReconnectAsync();
            }

            App.Time.Advance(StepOf(its, now, ref isLate));
            await Task.Delay(TimeSpan.FromMilliseconds(5), Cancellation);
        }
    }

    private TimeSpan StepOf(NotificationAction action, DateTimeOffset now, ref bool isLate)
    {
        if (action.State == ActionState.Waiting)
            return action.DueAt > now ? action.DueAt - now : TimeSpan.FromSeconds(1);
        if (action.WaitsFor is not null)
            return action.WaitsUntil > now ? action.WaitsUntil.Value - now : TimeSpan.FromSeconds(1);
        if (!RoomTrouble.IsEndless(_trouble) || isLate)
            return TimeSpan.FromMilliseconds(10);
        // The sandbox sits on the request: the portal's deadline strikes, to the second.
        isLate = App.Sandbox.Faults.Count == 0;
        return isLate ? FaultSite.ChangeTimeout : TimeSpan.Zero;
    }
}
