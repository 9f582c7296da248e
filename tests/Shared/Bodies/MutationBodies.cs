namespace Dashboard.Testing;

/// <summary>Markup that changes its meaning when it is written down and read again: harmless to a filter, live in the page.</summary>
internal static class MutationBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("noscript around a style", "markup where scripts are off, text where they are on", "<noscript><style></noscript><img src=x onerror=canary()></style>"),
        ("forms within a formula", "the second form is dropped, and nesting changes on reading again", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=canary()>"),
        ("comment within a style within a formula", "a style is text in one place and markup in the other", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=canary()&gt;\">"),
        ("style within a drawing that ends early", "a paragraph's end breaks out of the drawing", "<svg></p><style><a id=\"</style><img src=1 onerror=canary()>\">"),
        ("comment within a style within a drawing", "the comment's meaning depends on where the style is", "<svg><p><style><!--</style><img src=x onerror=canary()>--></style></svg>"),
        ("formula with a page inside", "an encoding attribute changes the language", "<math><annotation-xml encoding=text/html><style><img src=x onerror=canary()></style></annotation-xml></math>"),
        ("xmp around an attribute", "raw text to one, markup to the next", "<xmp><p title=\"</xmp><img src=x onerror=canary()>\"></xmp>"),
        ("textarea around an attribute", "text with an end", "<textarea><img title=\"</textarea><img src=x onerror=canary()>\"></textarea>"),
        ("title around an attribute", "the same in a title", "<title><a title=\"</title><img src=x onerror=canary()>\"></title>"),
        ("frame around an attribute", "raw text within a frame", "<iframe><a title=\"</iframe><img src=x onerror=canary()>\"></iframe>"),
        ("noembed around an attribute", "raw text in an element of old", "<noembed><a title=\"</noembed><img src=x onerror=canary()>\"></noembed>"),
        ("noframes around an attribute", "raw text in another", "<noframes><a title=\"</noframes><img src=x onerror=canary()>\"></noframes>"),
        ("plaintext", "everything after it is text and has no end", "<plaintext><img src=x onerror=canary()>"),
        ("select around a template", "a select drops tags, a template keeps them", "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=canary()>\">"),
        ("paragraph within an unknown element", "the paragraphs move when it goes", "<p><section><p>a</p></section></p><img src=x onerror=canary()>"),
        ("link within a link", "the inner link moves out when what parts them goes", "<a href=https://vendor.example><section><table><a href=javascript:canary()>b</a></table></section></a>"),
        ("link within a link by a table", "a table's cell protects it until it is read again", "<a href=https://a.example>1<table><tr><td><a href=https://b.example>2</a></td></tr></table></a>"),
        ("row out of its table", "what does not belong in a table moves before it", "<table><section><tr><td>a<img src=x onerror=canary()></td></tr></section></table>"),
        ("formatting across a table", "open formatting is copied", "<b><table><td></b><i></table><img src=x onerror=canary()>"),
        ("list items across", "end tags that close others", "<ul><section><li><ul></section></li></ul><nav><p></ul><img src=x onerror=canary()>"),
        ("CDATA", "text in a drawing, a comment in a page", "<![CDATA[<img src=x onerror=canary()>]]>"),
        ("CDATA within a drawing", "text in a drawing, markup once it is out of it", "<svg><![CDATA[<img src=x onerror=canary()>]]></svg>"),
        ("processing instruction", "a comment up to the first bracket", "<?xml version=1><img src=x onerror=canary()>?>"),
        ("declaration", "a comment up to the first bracket", "<!ELEMENT img><img src=x onerror=canary()>"),
        ("listing", "an element that was raw text once", "<listing>&lt;img src=x onerror=canary()&gt;</listing>"),
        ("backquotes", "a quote to browsers of old", "<abbr title=`<img src=x onerror=canary()>`>x</abbr>"),
        ("line break lost in pre", "the first line break of a pre is dropped at each reading", "<pre>\n\n\n<textarea>\n\n</textarea></pre><img src=x onerror=canary()>"),
        ("formatting that is adopted", "end tags in the wrong order rebuild the tree", "<b><i><p></b></i><a href=javascript:canary()>x</p></a>"),
        ("half a table in a table", "a second table ends the first", "<table><caption><table></caption><img src=x onerror=canary()></table></table>"),
        ("template in a table in a template", "the parser keeps a stack of its own for these", "<template><table><template><tr><td><img src=x onerror=canary()></td></tr></template></table></template>"),
        ("namespaced twin of a style", "the same name in two languages", "<svg><style><![CDATA[</style><img src=x onerror=canary()>]]></style></svg>"),
        ("frame set after text", "ignored by some, honoured by others", "<frameset onload=canary()><frame src=javascript:canary()></frameset>"),
    ];
}
