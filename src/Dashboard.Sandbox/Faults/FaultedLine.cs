using Dashboard.Sandbox.Api;

namespace Dashboard.Sandbox.Faults;

/// <summary>Answers over a line on which faults happen.</summary>
internal sealed class FaultedLine(TimeProvider time)
{
    /// <summary>Carries out what is asked, unless a fault comes before it.</summary>
    /// <returns>The answer there would be, and whether the connection is dropped instead of sending it.</returns>
    public async Task<(ApiAnswer? Answer, bool Dropped)> CarryOutAsync(IReadOnlyList<Fault> faults, Func<Task<ApiAnswer>> answer, CancellationToken cancellationToken)
    {
        try
        {
            await DelayAsync(faults, FaultMoment.Before, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
            return (null, true);
        }

        foreach (var fault in faults)
        {
            switch (fault.Kind)
            {
                case FaultKind.Throttle:
                    return (fault.Waiting(ApiAnswer.Throttled(null)), false);
                case FaultKind.Status:
                    return (fault.Waiting(ApiAnswer.Error(fault.Status ?? StatusCodes.Status503ServiceUnavailable, "A fault set in the sandbox.", "Sandbox fault")), false);
                case FaultKind.Answer when fault.When == FaultMoment.Before:
                    return (fault.Instead(ApiAnswer.Ok("")), false);
                case FaultKind.Drop when fault.When == FaultMoment.Before:
                    return (null, true);
            }
        }

        var given = faults.Where(fault => fault.Kind == FaultKind.Answer).Aggregate(await answer(), (own, fault) => fault.Instead(own));
        return (given, faults.Any(fault => fault.Kind == FaultKind.Drop));
    }

    /// <summary>Sends the answer as its faults have it, or drops the connection.</summary>
    public async Task FinishAsync(IReadOnlyList<Fault> faults, ApiAnswer? answer, bool dropped, HttpContext http)
    {
        await DelayAsync(faults, FaultMoment.After, http.RequestAborted);
        if (dropped)
            http.Abort();
        else if (faults.FirstOrDefault(fault => fault.Kind is FaultKind.Cut or FaultKind.Drip or FaultKind.Swell) is { } fault)
            await new FaultedBody(fault, time).WriteAsync(answer!, http);
        else
            await answer!.WriteAsync(http.Response);
    }

    private async Task DelayAsync(IEnumerable<Fault> faults, FaultMoment moment, CancellationToken cancellationToken)
    {
        foreach (var fault in faults.Where(fault => fault.Kind == FaultKind.Delay && fault.When == moment))
            await await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), time, cancellationToken), fault.Cleared);
    }
}
