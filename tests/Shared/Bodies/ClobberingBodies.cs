namespace Dashboard.Testing;

/// <summary>Names that become the page's: an id or a name is a property of the window or the document.</summary>
internal static class ClobberingBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("the main part", "the id that the skip link leads to", "<a id=main href=https://evil.example/>x</a>"),
        ("the heading", "the id that names the panel", "<h1 id=notification-subject>Your session has ended</h1>"),
        ("cookie", "document.cookie becomes an element", "<img name=cookie><form name=cookie></form>"),
        ("look-up by id", "document.getElementById becomes an element", "<img name=getElementById><form name=querySelector></form>"),
        ("body", "document.body becomes an element", "<form name=body><input name=firstChild></form>"),
        ("forms and parts", "properties of the document", "<img name=forms><img name=head><img name=documentElement><img name=defaultView>"),
        ("location", "where the page is", "<a id=location href=https://evil.example/>x</a><form name=location></form>"),
        ("the framework", "window.Blazor becomes a form", "<form id=Blazor name=Blazor><input name=start><input name=reconnect></form>"),
        ("the component library", "its entry points", "<a id=mudPopover></a><a id=mudElementRef></a><form name=mudScrollManager><input name=scrollTo></form>"),
        ("the reconnect dialog", "is found by its id", "<p id=components-reconnect-modal>Reconnecting</p>"),
        ("the error bar", "is found by its id", "<div id=blazor-error-ui>x</div>"),
        ("a form's own properties", "a field shadows its form's attributes", "<form id=x action=https://vendor.example><input name=action><input name=attributes><input name=parentNode><input name=nodeName></form>"),
        ("two of one name", "become a collection with members", "<a id=x href=https://a.example></a><a id=x name=y href=https://b.example></a>"),
        ("members of members", "three levels by forms", "<form id=x name=y><input name=z value=stolen></form><form id=x></form>"),
        ("window in a frame", "a frame's name is a window", "<iframe name=app srcdoc='<a id=config href=https://evil.example>x</a>'></iframe>"),
        ("prototype", "a name that reaches everything", "<p id=__proto__ name=__proto__>x</p><p id=constructor name=constructor>y</p>"),
        ("numbers", "members by number", "<img name=0><img id=1><a name=length>x</a>"),
        ("slot", "takes a place in a shadow", "<p slot=x part=z exportparts=z>x</p>"),
        ("custom element", "becomes a component of the page's", "<p is=x-y>x</p><mud-popover>y</mud-popover>"),
        ("data attributes", "what scripts of the page look for", "<p data-permanent data-enhance-nav=false data-single-keys data-cursor data-key=1>x</p>"),
        ("roles", "what assistive technology hears", "<p role=alert aria-live=assertive>You have been signed out</p><p role=dialog aria-modal=true>x</p><p role=note>opens eu1.make.example</p>"),
        ("labels", "names for what is not there", "<p aria-labelledby=notification-subject aria-describedby=main aria-hidden=true>x</p><p aria-owns=main>y</p>"),
        ("microdata", "what machines read", "<p itemscope itemid=x itemprop=y itemtype=https://evil.example>x</p>"),
        ("language and direction", "turns what follows", "<p lang=x dir=rtl translate=no spellcheck inert hidden>x</p>"),
    ];
}
