using System.Globalization;
using System.Text.Json;

namespace Dashboard.Web.Actions;

/// <summary>An action as scripts read it: ids are text, since they pass what JSON's readers hold as a number.</summary>
internal sealed record ActionAnswer(
    string Id,
    string Kind,
    string State,
    DateTimeOffset AcceptedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int Asked,
    int Changed,
    int Kept,
    bool CanUndo,
    bool IsPaused,
    bool IsStopped,
    string? WaitsFor,
    DateTimeOffset? WaitsUntil)
{
    public static ActionAnswer Of(NotificationAction action) => new(
        action.Id.ToString(CultureInfo.InvariantCulture),
        Name(action.Kind.ToString()),
        Name(action.State.ToString()),
        action.AcceptedAt,
        action.DueAt,
        action.StartedAt,
        action.EndedAt,
        action.Asked,
        action.Changed,
        action.Kept,
        action.CanUndo,
        action.IsPaused,
        action.IsStopped,
        action.WaitsFor,
        action.WaitsUntil);

    public static string Name(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
