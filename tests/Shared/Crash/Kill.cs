namespace Dashboard.Testing.Crash;

/// <summary>One kill of the process that has an action.</summary>
/// <param name="Point">Where.</param>
/// <param name="Nth">The how manieth time it comes there; at any moment, after so many requests to delete.</param>
/// <param name="After">At any moment: so much later.</param>
public sealed record Kill(CrashPoint Point, int Nth = 1, TimeSpan After = default)
{
    /// <summary>What the process is told so that it kills itself; <see langword="null"/> where it is killed from outside.</summary>
    internal string? Trap => Point switch
    {
        CrashPoint.Accepted => $"accept:stop:{Nth}",
        CrashPoint.AboutToBeSent => $"send:start:{Nth}",
        CrashPoint.Answered => $"send:stop:{Nth}",
        CrashPoint.Recorded => $"record:stop:{Nth}",
        CrashPoint.Looking => $"look:start:{Nth}",
        CrashPoint.Looked => $"look:stop:{Nth}",
        _ => null,
    };

    /// <summary>Kills at moments that nobody chose: one, two or three in one action's life.</summary>
    /// <param name="random">Chooses.</param>
    /// <param name="requests">Requests that the action takes when nothing happens.</param>
    public static IReadOnlyList<Kill> AtRandom(Random random, int requests)
    {
        var kills = random.Next(1, 4);
        return [.. Enumerable.Range(0, kills).Select(_ => new Kill(CrashPoint.AnyMoment, random.Next(requests / kills), TimeSpan.FromMilliseconds(random.Next(100))))];
    }

    public override string ToString() => Point == CrashPoint.AnyMoment ? $"{Point} {After.TotalMilliseconds:0} ms after {Nth} requests" : $"{Point} {Nth}";
}
