using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;

namespace Dashboard.Testing.Crash;

/// <summary>One deletion whose process is killed, restarted, maybe killed again, and left to finish at last.</summary>
public sealed class CrashRun
{
    /// <summary>Notifications of the deletion.</summary>
    public const int Rows = 5_000;

    /// <summary>Notifications in one request of it.</summary>
    public const int BatchSize = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);

    private readonly CrashSite _site;
    private readonly IReadOnlyList<Kill> _kills;
    private int _died;

    private CrashRun(CrashSite site, IReadOnlyList<Kill> kills) => (_site, _kills) = (site, kills);

    private int Requests => _site.Sandbox.Log.Count(call => call.Operation == ApiOperation.Delete);

    /// <summary>Carries it out.</summary>
    /// <param name="assembly">The app's .dll.</param>
    /// <param name="kills">One after the other; at least one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CrashOutcome> RunAsync(string assembly, IReadOnlyList<Kill> kills, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(Patience);
        await using var site = await CrashSite.StartAsync(
            assembly, Rows + Rows / 10, new Dictionary<string, string?> { ["Actions:DeleteBatchSize"] = $"{BatchSize}" }, enough.Token);
        return await new CrashRun(site, kills).RunAsync(enough.Token);
    }

    private async Task<CrashOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var rows = await _site.NewestAsync(Rows, cancellationToken);
        await AcceptAsync(rows, cancellationToken);
        foreach (var kill in _kills.Skip(1))
        {
            using var next = await _site.StartPortalAsync(kill.Trap);
            await DieAsync(next, await _site.WelcomeAsync(next, cancellationToken), kill, cancellationToken);
        }

        using var last = await _site.StartPortalAsync();
        var script = await _site.WelcomeAsync(last, cancellationToken);
        var receipt = await script.OverAsync(cancellationToken);
        var wasAccepted = receipt != DeletionReceipt.None;
        return new CrashOutcome(
            _kills, _died, wasAccepted, Requests, DeletionAudit.Of(wasAccepted ? rows.ToHashSet() : [], receipt, _site.Sandbox.Log, CrashSite.ChangeTimeout));
    }

    private async Task AcceptAsync(IReadOnlyList<ZonedId> rows, CancellationToken cancellationToken)
    {
        using var first = await _site.StartPortalAsync(_kills[0].Trap);
        var script = await _site.WelcomeAsync(first, cancellationToken);
        _site.Sandbox.ClearLog();
        HoldAnswerUp(_kills[0]);
        var accepting = script.DeleteAsync(rows, cancellationToken);
        // Not waited for: it may die before it answers.
        await DieAsync(first, script, _kills[0], cancellationToken, accepting);
        (await accepting)?.Dispose();
    }

    private void HoldAnswerUp(Kill kill)
    {
        if (kill.Point == CrashPoint.OnItsWay)
        {
            _site.Sandbox.Add(new Fault
            {
                Kind = FaultKind.Delay,
                Operation = ApiOperation.Delete,
                When = FaultMoment.After,
                DelayMilliseconds = 600_000,
                Skip = kill.Nth - 1,
                Times = 1,
            });
        }
    }

    private async Task DieAsync(PortalProcess portal, ActionScript script, Kill kill, CancellationToken cancellationToken, Task? accepting = null)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var over = OverAsync(script, accepting, either.Token);
        var met = kill.Trap is null ? MetAsync(kill, either.Token) : portal.Server.ExitedAsync(either.Token);
        if (await Task.WhenAny(over, met) == met)
            _died++;
        await either.CancelAsync();
        portal.Server.Kill();
        _site.Sandbox.ClearFaults();
        await Task.WhenAll(over, met).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Ends when the action does; never where its process dies before.</summary>
    private static async Task OverAsync(ActionScript script, Task? accepting, CancellationToken cancellationToken)
    {
        try
        {
            if (accepting is not null)
                await accepting;
            await script.OverAsync(cancellationToken);
        }
        catch (HttpRequestException)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    private async Task MetAsync(Kill kill, CancellationToken cancellationToken)
    {
        var from = kill.Point == CrashPoint.OnItsWay ? 0 : Requests;
        while (Requests - from < kill.Nth)
            await Task.Delay(Pace, cancellationToken);
        await Task.Delay(kill.After, cancellationToken);
    }
}
