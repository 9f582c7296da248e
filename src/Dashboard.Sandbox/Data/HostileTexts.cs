namespace Dashboard.Sandbox.Data;

/// <summary>Bodies that attack the page they are shown in, one kind each, found by their subjects. What they call goes to <c>.example</c> hosts or sets a mark on the window.</summary>
internal static class HostileTexts
{
    public static IReadOnlyList<NotificationText> All { get; } =
    [
        Hostile("script", "<script>window.hostile = 'script';</script>"),
        Hostile("onerror", "<img src=\"x\" onerror=\"window.hostile='onerror'\">"),
        Hostile("javascript link", "<a href=\"javascript:window.hostile='link'\">Open the execution</a> <a href=\"&#106;ava&#10;script:window.hostile='link'\">Open the log</a>"),
        Hostile("form", "<form method=\"post\" action=\"/auth/logout\"><input name=\"password\" type=\"password\"><button>Sign in again</button></form>"),
        Hostile("style overlay", "<style>body,main{display:none!important}</style><div style=\"position:fixed;inset:0;z-index:99999;background:#c00;color:#fff\">This session has expired</div>"),
        Hostile("meta refresh", "<meta http-equiv=\"refresh\" content=\"0;url=https://attacker.example/\">"),
        Hostile("base", "<base href=\"https://attacker.example/\"><a href=\"continue\">Continue</a>"),
        Hostile("iframe", "<iframe src=\"https://attacker.example/\" srcdoc=\"<script>parent.hostile='iframe'</script>\"></iframe><object data=\"https://attacker.example/\"></object>"),
        Hostile("svg", "<svg onload=\"window.hostile='svg'\"><script>window.hostile='svg'</script><a xlink:href=\"javascript:window.hostile='svg'\"><text y=\"20\">Details</text></a></svg>"),
        Hostile("remote image", "<img src=\"https://tracker.example/pixel.gif?reader=1\" alt=\"\"><p style=\"background:url(https://tracker.example/css.gif)\">Seen</p>"),
        Hostile("Blazor comment", "<!--Blazor:{\"type\":\"server\",\"prerenderId\":\"0\",\"sequence\":0,\"descriptor\":\"x\"}--><p>A marker of the framework</p><!--Blazor:{\"prerenderId\":\"0\"}-->"),
        Hostile("top link", "<a href=\"https://attacker.example/\" target=\"_top\">Open the scenario</a>"),
        Hostile("clobbering", "<a id=\"app\" name=\"app\">one</a><img name=\"getElementById\" alt=\"\"><form id=\"blazor\" name=\"Blazor\"><input name=\"start\"></form><p id=\"blazor-error-ui\" class=\"mud-dialog\">two</p>"),
        Hostile("unclosed markup", "</div></main></body><div><table><tr><td><b><i><!-- never closed"),
    ];

    private static WrittenText Hostile(string kind, string markup) =>
        new($"Encountered error in Hostile: {kind} scenario", 1, $"<p>Your scenario <strong>Hostile: {kind}</strong> has encountered an error.</p>\n{markup}\n");
}
