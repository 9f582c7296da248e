namespace Dashboard.Sandbox.Api;

/// <summary>One line of the log: what was asked and how it ended. Holds no token, code or secret.</summary>
/// <param name="Came">When the request came.</param>
/// <param name="Time">When the answer was ready; it may leave later, or never.</param>
/// <param name="Account">The asking person's e-mail address, null without a known token.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="ZoneId">The <c>imtZoneId</c> sent, null if none.</param>
/// <param name="Ids">The ids asked for; <c>all</c> for a mark-as-read of all.</param>
/// <param name="Status">The HTTP status of the answer, 0 if the connection was dropped.</param>
/// <param name="Notifications">How many notifications were listed, marked or deleted; also where the answer was lost.</param>
/// <param name="Changed">The ids that were marked or deleted and that the answer names; also where it was lost.</param>
/// <param name="Listed">What a list showed; null where it showed none, and of every other operation.</param>
public sealed record LoggedCall(
    DateTimeOffset Came,
    DateTimeOffset Time,
    string? Account,
    ApiOperation Operation,
    int? ZoneId,
    IReadOnlyList<string> Ids,
    int Status,
    int? Notifications,
    IReadOnlyList<string> Changed,
    ListedRange? Listed)
{
    /// <summary>The status of an answer that was never sent.</summary>
    internal const int Dropped = 0;
}
