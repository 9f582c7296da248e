namespace Dashboard.Web.Proxy;

/// <summary>How Make last answered a connection.</summary>
/// <param name="SucceededAt">When it last gave what was asked; <see langword="null"/> when it has not since this process started.</param>
/// <param name="FailedAt">When it last did not.</param>
/// <param name="Problem">Why, in words of this portal's.</param>
public sealed record LastAnswer(DateTimeOffset? SucceededAt, DateTimeOffset? FailedAt, string? Problem)
{
    public static readonly LastAnswer None = new(null, null, null);
}
