namespace Dashboard.Testing;

/// <summary>Drawings (SVG) and formulas (MathML): other languages with links, scripts and loads of their own.</summary>
internal static class ForeignContentBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("drawing that loads", "a drawing has the event too", "<svg onload=canary()></svg>"),
        ("drawing without an end", "and needs no end", "<svg/onload=canary()>"),
        ("script in a drawing", "runs as any other", "<svg><script>canary()</script></svg>"),
        ("script in a drawing by entity", "entities are decoded in a drawing's script", "<svg><script>can&#97;ry()</script></svg>"),
        ("script of another host in a drawing", "by the drawing's own attribute", "<svg><script href=https://evil.example/stolen.js /><script xlink:href=/stolen.js /></svg>"),
        ("link in a drawing", "an address under another name", "<svg><a xlink:href=javascript:canary()><text y=20>x</text></a></svg>"),
        ("link in a drawing, new form", "and under its own", "<svg><a href=javascript:canary()><text y=20>x</text></a></svg>"),
        ("link that is animated", "the address comes later", "<svg><a><animate attributeName=href values=javascript:canary() /><text y=20>x</text></a></svg>"),
        ("link that is set", "and in another way", "<svg><a id=x><set attributeName=xlink:href to=javascript:canary() /><rect width=99 height=99 /></a></svg>"),
        ("animation that begins", "an event without a click", "<svg><animate onbegin=canary() attributeName=x dur=1s /></svg>"),
        ("animation that sets a handler", "an attribute by animation", "<svg><set attributeName=onmouseover to=canary() /><rect width=99 height=99 /></svg>"),
        ("use of a data drawing", "a drawing within an address", "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='canary()'/></svg>#x\" /></svg>"),
        ("use of another host's", "loads it", "<svg><use href=\"https://evil.example/stolen.svg#x\" /><use xlink:href=\"/stolen.svg#x\" /></svg>"),
        ("picture in a drawing", "loads under another name", "<svg><image href=https://evil.example/stolen.png width=9 height=9 /><image xlink:href=/stolen.png width=9 height=9 /></svg>"),
        ("filter picture", "a filter loads one too", "<svg><filter id=f><feImage href=https://evil.example/stolen.png /></filter><rect width=9 height=9 filter=url(#f) /></svg>"),
        ("page within a drawing", "a page, with everything a page has", "<svg><foreignObject width=99 height=99><iframe srcdoc='<script>parent.canary()</script>'></iframe><img src=x onerror=canary()></foreignObject></svg>"),
        ("style in a drawing", "imports from elsewhere", "<svg><style>@import 'https://evil.example/stolen.css'; *{fill:url(/stolen.svg#x)}</style></svg>"),
        ("description with markup", "markup again, within a drawing", "<svg><desc><p onclick=canary()>x</p><img src=x onerror=canary()></desc></svg>"),
        ("title with markup", "the same in a title", "<svg><title><img src=x onerror=canary()></title></svg>"),
        ("handler element", "handlers as elements, of old", "<svg><handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>canary()</handler></svg>"),
        ("discard and sync", "events of timing", "<svg><discard onend=canary() begin=0s /><circle onrepeat=canary() onend=canary() /></svg>"),
        ("formula with an address", "any part of a formula may be a link", "<math href=javascript:canary()><mi>x</mi></math>"),
        ("formula with an action", "an element for it", "<math><maction actiontype=statusline#https://evil.example xlink:href=javascript:canary()>x</maction></math>"),
        ("formula with a data address", "under another name", "<math><mi xlink:href='data:text/html,<script>canary()</script>'>x</mi></math>"),
        ("formula with a style", "a style within a formula", "<math><mtext><style>@import '/stolen.css'</style><img src=x onerror=canary()></mtext></math>"),
        ("drawing within a formula within a drawing", "breaks out twice", "<svg><foreignObject><math><mi><svg><script>canary()</script></svg></mi></math></foreignObject></svg>"),
        ("drawing lifted out of its own", "its link keeps an address of another language", "<svg><g><a xlink:href=javascript:canary() xlink:show=new><circle r=99 /></a></g></svg>"),
        ("font of a drawing", "a font that loads", "<svg><font-face><font-face-src><font-face-uri href=https://evil.example/stolen.woff /></font-face-src></font-face></svg>"),
    ];
}
