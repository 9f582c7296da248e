namespace Dashboard.Testing;

/// <summary>Styles: loads, readings of the page and disguises without any script.</summary>
internal static class StyleBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("background of another host", "a style loads pictures", "<style>*{background:url(https://evil.example/stolen.png)}</style>"),
        ("background of the portal's own", "a request with the reader's cookie", "<style>*{background:url(/stolen.png)}</style>"),
        ("import", "a style loads styles", "<style>@import 'https://evil.example/stolen.css'; @import url(/stolen.css);</style><p>x</p>"),
        ("font", "a style loads fonts", "<style>@font-face{font-family:f;src:url(https://evil.example/stolen.woff2)}*{font-family:f}</style><p>x</p>"),
        ("font by letter", "which letters there are is told by what is loaded", "<style>@font-face{font-family:f;src:url(/stolen.woff2?A);unicode-range:U+41}*{font-family:f}</style><p>A</p>"),
        ("inline background", "in an attribute", "<p style='background:url(https://evil.example/stolen.png)'>x</p>"),
        ("inline list mark", "in a property nobody thinks of", "<ul><li style='list-style:url(https://evil.example/stolen.png)'>x</ul>"),
        ("inline cursor", "and in another", "<p style='cursor:url(https://evil.example/stolen.cur),auto'>x</p>"),
        ("content and border pictures", "more properties that load", "<style>p::before{content:url(/stolen.png)}p{border-image:url(/stolen.png) 1;mask:url(/stolen.svg#m)}</style><p>x</p>"),
        ("image set", "a newer way to name a picture", "<p style=\"background:image-set('https://evil.example/stolen.png' 1x)\">x</p>"),
        ("variable", "the address comes from a variable", "<p style='--x:url(//evil.example/stolen.png);background:var(--x)'>x</p>"),
        ("escaped address", "escapes of its own language", "<p style='background:\\75\\72\\6C(https://evil.example/stolen.png)'>x</p>"),
        ("comment in the name", "comments anywhere", "<p style='background:ur/**/l(https://evil.example/stolen.png);background:/**/url(/stolen.png)'>x</p>"),
        ("expression", "code in a style, of old", "<p style='width:expression(canary());behavior:url(/stolen.htc);-moz-binding:url(/stolen.xml#x)'>x</p>"),
        ("script in a style", "a style whose end comes early", "<style></style><script>canary()</script></style>"),
        ("address with a scheme", "a style does not follow it, a filter may", "<p style=\"background:url('javascript:canary()')\">x</p>"),
        ("the portal's own classes", "looks like a part of the interface", "<p class='mud-button-root mud-button mud-dialog mud-snackbar panel'>Sign in again</p>"),
        ("style sheet of another host", "a link that loads at once", "<link rel=stylesheet href=https://evil.example/stolen.css>"),
        ("style sheet of the portal's own", "and with the reader's cookie", "<link rel=stylesheet href=/stolen.css>"),
        ("host of a shadow", "styles what holds the body", "<style>:host,:root,html,body{display:none!important}</style>"),
        ("reading a value by letters", "which rule applies is told by what is loaded", "<style>input[value^=a]{background:url(/stolen?a)}a[href*=make]{background:url(/stolen?make)}</style><input value=abc><a href=https://eu1.make.example>x</a>"),
        ("background of a table", "a load of old", "<table background=https://evil.example/stolen.png bgcolor=red width=99999><tr><td background=/stolen.png>x</table>"),
        ("font element", "looks of old", "<font color=red size=99 face=x>x</font><center>y</center><basefont size=7>"),
        ("invisible text", "says one thing and copies another", "<p style='font-size:0;color:transparent;opacity:0'>hidden words</p><p style='direction:rtl;unicode-bidi:bidi-override'>x</p>"),
        ("style within a paragraph", "a style is taken anywhere", "<p>a<style>p{background:url(/stolen.png)}</style>b</p>"),
        ("hidden until it is found", "shown, with an event, by the browser's own search", "<p hidden=until-found onbeforematch=canary()>Sign in again</p>"),
        ("moving by itself", "a style that goes by how far the page is scrolled and what it came from", "<style>@view-transition{navigation:auto}*{animation:a linear;animation-timeline:scroll(root);view-transition-name:match-element}@keyframes a{to{background:url(/stolen.png)}}</style><p>x</p>"),
    ];
}
