using System.Globalization;
using System.Net;

namespace Dashboard.Sandbox.Data;

/// <summary>The failure of one scenario, with subject and body in the published form (make-api §6.2).</summary>
internal sealed record ScenarioFailure(int ScenarioId, string Scenario, Organization Organization, int Team, IReadOnlyList<ModuleError> Errors)
    : NotificationText($"Encountered error in {Scenario} scenario", 1)
{
    public override string Body(string executionId)
    {
        var error = Errors[int.Parse(executionId.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Errors.Count];
        var web = $"https://{Organization.Zone.Domain}";
        var log = $"{web}/scenario/{ScenarioId}/log";
        var name = WebUtility.HtmlEncode(Scenario);
        var details = string.Join('\n', error.Lines.Select(line => $"<li><code>{WebUtility.HtmlEncode(line)}</code></li>"));
        return $"""
            <p>Your scenario <strong>{name}</strong> has encountered an error.</p>
            <p>The scenario has not been paused and continues to run according to your settings. Nevertheless, you should pay attention to the issue.</p>
            <ul>
            <li>Scenario: <a href="{log}">{name}</a></li>
            <li>Organization: <a href="{web}/organization/{Organization.Id}">{WebUtility.HtmlEncode(Organization.Name)}</a></li>
            <li>Team: <a href="{web}/team/{Organization.Id * 10 + Team}">{WebUtility.HtmlEncode(Organization.Teams[Team])}</a></li>
            <li>Execution: <a href="{log}/{executionId}">{executionId}</a></li>
            </ul>
            <p>Details:</p>
            <ul>
            {details}
            </ul>
            <p>If you have questions or need help, please contact us.</p>

            """;
    }
}
