using Dashboard.Sandbox.Api;

namespace Dashboard.Sandbox.Faults;

/// <summary>A failure to come, from <c>Sandbox:Faults</c> or <c>POST /sandbox/faults</c>.</summary>
public sealed record Fault
{
    /// <summary>The operation that fails.</summary>
    public ApiOperation Operation { get; init; } = ApiOperation.Any;

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The zone it happens in, by the <c>imtZoneId</c> asked for; null for every call.</summary>
    public int? ZoneId { get; init; }

    /// <summary>How many calls it lets pass before the first that it hits.</summary>
    public int Skip { get; init; }

    /// <summary>How many calls it hits; null until it is cleared.</summary>
    public int? Times { get; init; }

    /// <summary>For <see cref="FaultKind.Delay"/>: 0 to 600,000.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>For <see cref="FaultKind.Throttle"/>: sent as <c>Retry-After</c>, in seconds; null sends no such header.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>For <see cref="FaultKind.Status"/>: 400 to 599.</summary>
    public int Status { get; init; } = 503;

    /// <summary>For <see cref="FaultKind.Drop"/> and <see cref="FaultKind.Delay"/>.</summary>
    public FaultMoment When { get; init; }

    /// <summary>For <see cref="FaultKind.PartialDelete"/>: how many of the ids asked are left, counted from the last.</summary>
    public int Refuse { get; init; }

    /// <summary>For <see cref="FaultKind.PartialDelete"/>: ids that are left.</summary>
    public IReadOnlyList<string> RefuseIds { get; init; } = [];

    /// <summary>The ids that a delete of <paramref name="asked"/> leaves.</summary>
    internal IEnumerable<string> Spares(IReadOnlyList<string> asked) => asked.TakeLast(Refuse).Concat(RefuseIds);

    /// <summary>What is wrong with the values, each beginning with the name of the value.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!Enum.IsDefined(Operation) || Operation == ApiOperation.Unknown)
            yield return $"{nameof(Operation)} names no operation.";
        if (!Enum.IsDefined(Kind))
            yield return $"{nameof(Kind)} names no kind of fault.";
        if (Skip < 0)
            yield return $"{nameof(Skip)} must not be negative.";
        if (Times is < 1)
            yield return $"{nameof(Times)} must be 1 or more, or be left out.";
        if (DelayMilliseconds is < 0 or > 600_000)
            yield return $"{nameof(DelayMilliseconds)} must lie between 0 and 600000.";
        if (RetryAfterSeconds is < 0)
            yield return $"{nameof(RetryAfterSeconds)} must not be negative.";
        if (Status is < 400 or > 599)
            yield return $"{nameof(Status)} must lie between 400 and 599.";
        if (Refuse < 0)
            yield return $"{nameof(Refuse)} must not be negative.";
    }
}
