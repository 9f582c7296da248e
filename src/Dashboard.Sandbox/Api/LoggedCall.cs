namespace Dashboard.Sandbox.Api;

/// <summary>One line of the log: what was asked and how it ended. Holds no token.</summary>
/// <param name="Time">When the answer was ready.</param>
/// <param name="Account">The asking person's e-mail address, null without a known token.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="ZoneId">The <c>imtZoneId</c> sent, null if none.</param>
/// <param name="Ids">The ids asked for; <c>all</c> for a mark-as-read of all.</param>
/// <param name="Status">The HTTP status of the answer, 0 if the connection was dropped.</param>
/// <param name="Notifications">How many notifications were listed, marked or deleted; also where the answer was lost.</param>
public sealed record LoggedCall(DateTimeOffset Time, string? Account, ApiOperation Operation, int? ZoneId, IReadOnlyList<string> Ids, int Status, int? Notifications);
