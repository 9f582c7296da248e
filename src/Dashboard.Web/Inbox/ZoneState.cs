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
public sealed record ZoneState(
    ZonePhase Phase,
    int? Unread = null,
    int Rows = 0,
    DateTimeOffset? Reached = null,
    DateTimeOffset? InStepAt = null,
    string? Problem = null,
    DateTimeOffset? RetryAt = null,
    bool Truncated = false)
{
    public static readonly ZoneState Waiting = new(ZonePhase.Waiting);
}
