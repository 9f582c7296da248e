namespace Dashboard.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Total">How many rows the query finds, over all pages.</param>
/// <param name="IsPartial">Older rows are still being fetched from Make, so that more may be found later.</param>
/// <param name="Notifications">The rows of this page.</param>
/// <param name="Next">The path of the page after this one; nothing where this is the last.</param>
internal sealed record NotificationPageAnswer(int Total, bool IsPartial, IReadOnlyList<NotificationAnswer> Notifications, string? Next);
