namespace Dashboard.Testing.Crash;

/// <summary>How one action came through its kills.</summary>
/// <param name="Kills">Where its processes were to be killed.</param>
/// <param name="Died">How many of them did not outlive the action.</param>
/// <param name="WasAccepted">It was written down before the first of them died.</param>
/// <param name="Requests">Requests to delete that the sandbox got.</param>
/// <param name="Verdict">What went wrong.</param>
public sealed record CrashOutcome(IReadOnlyList<Kill> Kills, int Died, bool WasAccepted, int Requests, DeletionVerdict Verdict)
{
    public override string ToString() =>
        $"{string.Join(", then ", Kills)}: {(WasAccepted ? "" : "not accepted, ")}{Died} of {Kills.Count} killed before its end, {Requests} requests, {Verdict}";
}
