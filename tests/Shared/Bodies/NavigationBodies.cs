namespace Dashboard.Testing;

/// <summary>What takes the page, or the frame, somewhere else, or changes where its links lead.</summary>
internal static class NavigationBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("refresh", "leaves at once", "<meta http-equiv=refresh content='0;url=https://evil.example/stolen'>"),
        ("refresh to the portal's own", "acts with the reader's cookie", "<meta http-equiv=refresh content='0;url=/auth/logout?stolen'>"),
        ("refresh to code", "a target that runs", "<meta http-equiv=refresh content='0;url=javascript:canary()'>"),
        ("refresh to a data page", "a target that is a page", "<meta http-equiv=refresh content='0;url=data:text/html,<script>canary()</script>'>"),
        ("refresh in capitals", "names don't tell cases apart", "<META HTTP-EQUIV=REFRESH CONTENT='0;URL=https://evil.example/stolen'>"),
        ("refresh without a target", "loads itself over and over", "<meta http-equiv=refresh content=0>"),
        ("refresh within a paragraph", "is taken anywhere", "<p>a<meta http-equiv='ref&#114;esh' content='0,https://evil.example/stolen'>b</p>"),
        ("refresh within noscript", "taken where scripts are off", "<noscript><meta http-equiv=refresh content='0;url=https://evil.example/stolen'></noscript>"),
        ("cookie by meta", "sets a cookie, of old", "<meta http-equiv=set-cookie content='session=stolen; path=/'>"),
        ("other settings by meta", "what else a page may say of itself", "<meta name=viewport content='width=9999'><meta name=referrer content=unsafe-url><meta name=theme-color content=red><meta http-equiv=x-dns-prefetch-control content=on>"),
        ("base", "all relative addresses lead elsewhere", "<base href=https://evil.example/><a href=settings/connections>x</a><img src=stolen.png>"),
        ("base with a target", "all links open in the page above", "<base target=_top><a href=https://evil.example/stolen>x</a>"),
        ("link into the page above", "replaces the portal", "<a href=/stolen target=_top>x</a><a href=/stolen target=_parent>y</a>"),
        ("link into its own frame", "replaces the message under the portal's heading", "<a href=https://evil.example/stolen target=_self>x</a><a href=/stolen target=_self>y</a>"),
        ("link into a named window", "takes over a window the portal has opened", "<a href=https://vendor.example target=app rel=opener>x</a>"),
        ("link into the portal", "the router takes it", "<a href=/auth/logout>x</a><a href=settings/connections>y</a><a href='?q=x'>z</a>"),
        ("link to a place in the page", "moves the page", "<a href='#main'>x</a><a href='#'>y</a><a href=''>z</a><a href>w</a>"),
        ("link that scrolls to text", "finds words in the page", "<a href='#:~:text=Sign%20out'>x</a>"),
        ("download", "saves instead of opening", "<a href=/export/csv?stolen download=invoice.exe>x</a><a href='data:text/csv,a' download>y</a>"),
        ("refresh by a frame", "the frame leaves for its parent", "<iframe srcdoc='<meta http-equiv=refresh content=\"0;url=/stolen\">'></iframe><iframe srcdoc='<a href=/stolen target=_top>x</a>'></iframe>"),
        ("form that leaves by itself", "sent by a label or a picture", "<form action=/stolen target=_top><label>x<input type=submit hidden></label></form>"),
        ("new window", "opens by an attribute of a form", "<form action=/stolen target=_blank><button>x</button></form>"),
        ("page's own end", "what comes after belongs to nobody", "</body></html><meta http-equiv=refresh content='0;url=https://evil.example/stolen'><p>after</p>"),
        ("page of its own", "a second document", "<!doctype html><html><head><title>Signed out</title><base href=https://evil.example/></head><body><p>x</p></body></html>"),
    ];
}
