namespace Dashboard.Sandbox.Data;

/// <summary>
/// The three notifications of Make's published list sample, and the body of its detail sample. The two samples disagree about the
/// notification "3" (subject and dates); subject and dates here are the list's, the body is the detail's.
/// </summary>
internal static class PublishedSample
{
    private const string Subject = "Encountered error in Integration HTTP scenario";

    private const string DetailBody = """
        <p>Your scenario <strong>Integration HTTP 3</strong> has encountered an error.</p>
        <p>The scenario has not been paused and continues to run according to your settings. Nevertheless, you should pay attention to the issue.</p>
        <ul>
        <li>Scenario: <a href="https://local.make.cloud/scenario/86/log">Integration HTTP 3</a></li>
        <li>Organization: <a href="https://local.make.cloud/organization/2">test team</a></li>
        <li>Team: <a href="https://local.make.cloud/team/1">My Lab</a></li>
        <li>Execution: <a href="https://local.make.cloud/scenario/86/log/d4f49055d5f44705b2aaf77a09547b77">d4f49055d5f44705b2aaf77a09547b77</a></li>
        </ul>
        <p>Details:</p>
        <ul>
        <li><code>Validation failed for 1 parameter(s).</code></li>
        <li><code>Missing value of required parameter &#39;{{!expect.json.label}}&#39;.</code></li>
        </ul>
        <p>If you have questions or need help, please contact us.</p>

        """;

    /// <summary>The sample, oldest first; the ids are 1, 2 and 3.</summary>
    public static IReadOnlyList<(DateTimeOffset Created, DateTimeOffset? Read)> Times { get; } =
    [
        (At("2021-05-14T11:14:08.675Z"), null),
        (At("2021-05-14T11:17:04.433Z"), null),
        (At("2021-05-14T11:18:43.340Z"), At("2021-05-14T11:35:22.837Z")),
    ];

    public static NotificationText Text { get; } = new WrittenText(Subject, 1, DetailBody);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
