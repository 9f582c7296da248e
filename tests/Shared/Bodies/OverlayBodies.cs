namespace Dashboard.Testing;

/// <summary>What lays itself over the interface, or pushes it away.</summary>
internal static class OverlayBodies
{
    private const string Lie = "Your session has ended. <a href=https://evil.example/>Sign in again</a>";

    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("over everything", "fixed at the edges, above all", $"<div style='position:fixed;inset:0;z-index:2147483647;background:#fff'>{Lie}</div>"),
        ("over its surroundings", "absolute and far to the left and top", $"<div style='position:absolute;top:-9999px;left:-9999px;width:99999px;height:99999px;background:#fff'>{Lie}</div>"),
        ("by margins", "no position needed", $"<div style='margin:-2000px;padding:2000px;background:#fff;position:relative'>{Lie}</div>"),
        ("by transformation", "moves and grows after layout", $"<div style='transform:scale(99) translate(-50%,-50%);background:#fff'>{Lie}</div>"),
        ("by a style sheet", "the same for elements that have none of their own", $"<style>body,main,article,header,p{{position:fixed!important;inset:0;z-index:99999;background:#fff}}</style><p>{Lie}</p>"),
        ("by hiding the rest", "nothing to see but the message", $"<style>main,header,nav,.shell,button{{display:none!important}}iframe{{position:fixed!important;inset:0}}</style>{Lie}"),
        ("invisible link", "a click anywhere is a click on it", "<a href=https://evil.example style='display:block;position:fixed;inset:0;opacity:0;z-index:99999'>x</a>"),
        ("dialog", "above all by nature", $"<dialog open style='position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none'>{Lie}</dialog>"),
        ("popover", "the same, newer", $"<div popover=manual id=p style='inset:0;width:100vw;height:100vh'>{Lie}</div><button popovertarget=p>x</button>"),
        ("fullscreen by attribute", "asks for the screen", "<video controls autoplay allowfullscreen style='position:fixed;inset:0'></video><iframe allowfullscreen allow=fullscreen></iframe>"),
        ("moving text", "wide, high and moving", $"<marquee width=9999 height=9999 scrollamount=99 behavior=alternate>{Lie}</marquee>"),
        ("huge table by size", "attributes of old", $"<table width=100000 height=100000><td>{Lie}</table>"),
        ("huge table by cells", "cells that span millions", "<table><tr><td colspan=99999999 rowspan=99999999>x</td></tr><tr><td colspan=65534>y</table>"),
        ("spans that are no numbers", "read as one by some", "<table><td colspan=-1 rowspan=0>x<td colspan=1e3 rowspan=+x>y<td colspan='1000'>z</table>"),
        ("map over a picture", "areas wherever they like", "<map name=m><area href=https://evil.example coords=0,0,9999,9999 alt=x></map><img usemap=#m width=9999 height=9999>"),
        ("line without a break", "as wide as it is long", $"<p>{new string('W', 5_000)}</p><pre>{new string('-', 5_000)}</pre>"),
        ("many lines", "as long as it is high", string.Concat(Enumerable.Repeat("<br>", 2_000)) + Lie),
        ("letters that stack", "marks upon marks reach over other lines", "<p>x" + string.Concat(Enumerable.Repeat("\u0300\u0301\u0302\u0303", 500)) + "</p>"),
        ("canvas", "draws on the page", "<canvas width=9999 height=9999 style='position:fixed;inset:0'></canvas>"),
        ("frame over the frame", "a window of its own", "<iframe srcdoc='<body style=background:red>x' style='position:fixed;inset:0;width:100vw;height:100vh;border:0'></iframe>"),
        ("anchored", "places itself by an element of the page's", "<style>p{position:fixed;position-anchor:--main;inset-area:center}</style><p>x</p>"),
        ("end tags of everything", "closes what it was put into and writes beside it", $"</div></p></article></main></body></html></iframe>{Lie}"),
        ("headings of the page's own", "looks like the page's outline", "<h1>Inbox</h1><nav>Zones</nav><header><button>Sign out</button></header>"),
        ("columns and floats", "pushes its surroundings", "<div style='float:left;width:100vw;height:100vh;columns:99;contain:none;overflow:visible'>x</div><hr size=9999 width=9999 noshade>"),
        ("by a shadow of its own", "a template becomes a shadow while the page is read, and its style names what holds it", $"<div><template shadowrootmode=open><style>:host{{position:fixed;inset:0;z-index:2147483647;background:#fff}}</style>{Lie}<slot></slot></template></div>"),
        ("by buttons that a style makes", "a style makes buttons and marks beside what scrolls", "<style>p{overflow:scroll;height:9px;scroll-marker-group:after}p::scroll-button(down){content:'Sign in';position:fixed;inset:0}p::scroll-marker-group{position:fixed;inset:0}</style><p>a<br>b<br>c</p>"),
    ];
}
