namespace Dashboard.Web.Inbox;

/// <summary>What is known of one zone of one connection, for people to read.</summary>
/// <param name="Phase">How its rows stand to what Make holds.</param>
/// <param name="Unread">Make's own count of unread ones; <see langword="null"/> while unknown.</param>
/// <param name="Rows">Rows held here.</param>
/// <param name="Reached">Created time of the oldest row held here.</param>
/// <param name="InStepAt">When the rows were last known to be as Make has them.</param>
/// <param name="Problem">Why it is behind or unreadable, in words.</param>
/// <param name="RetryAt">When the next try is due.</param>
/// <param name="Truncated">Older rows were left out because <c>Inbox:MaxRows</c> was reached.</param>
/// <param name="Complete">Every row was fetched; until then older ones may be missing.</param>
/// <param name="Total">
/// Rows held when all were last compared with Make's, also by an earlier feed of this zone; <see langword="null"/> where none came so far.
/// Make gives no total (reference §5).
/// </param>
public sealed record ZoneState(
    ZonePhase Phase,
    int? Unread = null,
    int Rows = 0,
    DateTimeOffset? Reached = null,
    DateTimeOffset? InStepAt = null,
    string? Problem = null,
    DateTimeOffset? RetryAt = null,
    bool Truncated = false,
    bool Complete = false,
    int? Total = null)
{
    public static readonly ZoneState Waiting = new(ZonePhase.Waiting);

    /// <summary>Older rows are still to come: what is found, grouped or selected is "of those loaded so far".</summary>
    public bool IsPartial => !Complete && Phase is ZonePhase.Waiting or ZonePhase.Loading or ZonePhase.Behind;

    /// <summary>
    /// How much of the loading is done, 0 to 1; <see langword="null"/> while nothing is loading, and where the total is not known from an
    /// earlier time or has turned out to be too low.
    /// </summary>
    public double? Fraction => IsPartial && Total is { } total && Rows < total ? (double)Rows / total : null;
}
