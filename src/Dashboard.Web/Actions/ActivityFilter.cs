namespace Dashboard.Web.Actions;

/// <summary>Which actions are listed.</summary>
/// <param name="Kind">Only these; <see langword="null"/> for all.</param>
/// <param name="From">Accepted at this time or later.</param>
/// <param name="Until">Accepted before this time.</param>
public sealed record ActivityFilter(ActionKind? Kind = null, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    public static ActivityFilter Everything { get; } = new();
}
