namespace Dashboard.Web.Proxy;

/// <summary>What a budget allows now.</summary>
/// <param name="PerMinute">Requests per minute that Make allows.</param>
/// <param name="Left">How many of them are left, for people; pollers leave half of them.</param>
/// <param name="PausedUntil">Make asked to wait until then; <see langword="null"/> when it did not.</param>
/// <param name="Sharing">How many connections keep their inboxes in step out of it, 0 or more: the more there are, the longer each waits between two looks.</param>
public sealed record BudgetState(int PerMinute, int Left, DateTimeOffset? PausedUntil, int Sharing);
