namespace Dashboard.Testing;

/// <summary>The one body Make publishes, word for word.</summary>
internal static class PublishedBody
{
    public const string Html =
        "<p>Your scenario <strong>Integration HTTP 3</strong> has encountered an error.</p>\n<p>The scenario has not been paused and continues to run according to your settings. Nevertheless, you should pay attention to the issue.</p>\n<ul>\n<li>Scenario: <a href=\"https://local.make.cloud/scenario/86/log\">Integration HTTP 3</a></li>\n<li>Organization: <a href=\"https://local.make.cloud/organization/2\">test team</a></li>\n<li>Team: <a href=\"https://local.make.cloud/team/1\">My Lab</a></li>\n<li>Execution: <a href=\"https://local.make.cloud/scenario/86/log/d4f49055d5f44705b2aaf77a09547b77\">d4f49055d5f44705b2aaf77a09547b77</a></li>\n</ul>\n<p>Details:</p>\n<ul>\n<li><code>Validation failed for 1 parameter(s).</code></li>\n<li><code>Missing value of required parameter &#39;{{!expect.json.label}}&#39;.</code></li>\n</ul>\n<p>If you have questions or need help, please contact us.</p>\n";

    public const string Text =
        """
        Your scenario Integration HTTP 3 has encountered an error.
        The scenario has not been paused and continues to run according to your settings. Nevertheless, you should pay attention to the issue.
        - Scenario: Integration HTTP 3
        - Organization: test team
        - Team: My Lab
        - Execution: d4f49055d5f44705b2aaf77a09547b77
        Details:
        - Validation failed for 1 parameter(s).
        - Missing value of required parameter '{{!expect.json.label}}'.
        If you have questions or need help, please contact us.
        """;
}
