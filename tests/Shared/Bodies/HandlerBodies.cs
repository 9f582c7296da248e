namespace Dashboard.Testing;

/// <summary>Event handlers in attributes: those that need a click and those that need nothing.</summary>
internal static class HandlerBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("picture that fails", "an error is an event and comes at once", "<img src=x onerror=canary()>"),
        ("picture that loads", "a data address always loads", "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=\" onload=\"canary()\">"),
        ("picture under its old name", "a parser turns image into img", "<image src=x onerror=canary()>"),
        ("on a paragraph", "every element takes a click", "<p onclick=canary()>Click me</p>"),
        ("pointer over a block", "no click is needed", "<div onmouseover='canary()' onpointerenter=canary()>Hover</div>"),
        ("focus by itself", "autofocus gives the focus at once", "<div tabindex=0 autofocus onfocus=canary()>x</div>"),
        ("field that takes the focus", "the same on a field", "<input autofocus onfocus=canary() onblur=canary()>"),
        ("on an allowed link", "the link is fine, its handler is not", "<a href=\"https://vendor.example/\" onclick=canary()>x</a>"),
        ("body that loads", "a second body tag adds its attributes to the first", "<body onload=canary() onpageshow=canary()>"),
        ("html that scrolls", "and so does a second html tag", "<html onscroll=canary() onmouseenter=canary()>x"),
        ("slash instead of a space", "a filter looks for white space", "<p/onpointerenter=canary()>x</p>"),
        ("line break around the sign", "white space is allowed around =", "<p \nonclick\n=\ncanary()>x</p>"),
        ("mixed case", "names don't tell cases apart", "<b ONCLICK=canary() oNmOuSeOvEr=canary()>x</b>"),
        ("written twice", "the first counts, a filter takes the last", "<b onclick=canary() onclick=\"\">x</b>"),
        ("in table parts", "deep in what looks harmless", "<table onresize=canary()><tr onclick=canary()><td onbeforeinput=canary()>x</table>"),
        ("details that open", "open is an event", "<details open ontoggle=canary()><summary>x</summary>y</details>"),
        ("details that open as one of many", "the name opens one of a group", "<details name=a ontoggle=canary() open><summary>x</summary></details><details name=a open ontoggle=canary()></details>"),
        ("media without a source", "a source that fails is an event", "<video><source onerror=canary()></video><audio src=x onerror=canary()></audio>"),
        ("moving text", "an element nobody lists", "<marquee onstart=canary() onbounce=canary()>x</marquee>"),
        ("animation that begins", "a style makes the event", "<style>@keyframes a{}</style><p style=\"animation:a 1ms\" onanimationstart=canary() onanimationend=canary()>x</p>"),
        ("transition that runs", "and so does a transition", "<p style=\"transition:color 1ms\" ontransitionrun=canary() onclick=\"this.style.color='red'\">x</p>"),
        ("popover that shows", "an event of a newer element", "<button popovertarget=q>x</button><div popover id=q onbeforetoggle=canary() ontoggle=canary()>y</div>"),
        ("scroll that ends", "an event of a newer kind", "<div style=\"height:9px;overflow:scroll\" onscrollend=canary() onscrollsnapchange=canary()><p style=\"height:99px\">x</p></div>"),
        ("content that comes into view", "an event of a newer style", "<p style=\"content-visibility:auto\" oncontentvisibilityautostatechange=canary()>x</p>"),
        ("keys and clipboard", "typing and copying are events", "<p contenteditable onkeydown=canary() oncopy=canary() onpaste=canary() onbeforecopy=canary()>x</p>"),
        ("a handler nobody has heard of", "the next browser may know it", "<p onwhatever=canary() on=canary() onfoo-bar=canary()>x</p>"),
        ("quotes that close an attribute", "escapes from a value into a handler", "<abbr title=\"a\"onclick=canary()//\">x</abbr>"),
        ("frames that load", "a frame's load is an event", "<iframe onload=canary()></iframe><object data=x onerror=canary()></object><embed src=x onload=canary()>"),
    ];
}
