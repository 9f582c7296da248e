namespace Dashboard.Web.Proxy;

/// <summary>What a budget allows now.</summary>
/// <param name="PerMinute">Requests per minute that Make allows.</param>
/// <param name="Left">How many of them are left.</param>
/// <param name="PausedUntil">Make asked to wait until then; <see langword="null"/> when it did not.</param>
public sealed record BudgetState(int PerMinute, int Left, DateTimeOffset? PausedUntil);
