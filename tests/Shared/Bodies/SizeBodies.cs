namespace Dashboard.Testing;

/// <summary>Bodies made to take long or much: to read, to draw or to keep.</summary>
internal static class SizeBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("deep blocks", "each level costs more than the one before", Repeat("<div>", 20_000) + "x"),
        ("deep formatting", "open formatting is kept in a list of its own", Repeat("<b><i><u><s>", 1_250)),
        ("deep lists", "a list in an item in a list", Repeat("<ul><li>", 5_000)),
        ("deep tables", "each level is a table's three", Repeat("<table><tr><td>", 1_500)),
        ("deep drawings", "another language nests as well", $"<svg>{Repeat("<g>", 5_000)}"),
        ("deep quotes", "an element that indents", Repeat("<blockquote>", 150) + "x"),
        ("deep to the limit", "just within what is shown as HTML", Repeat("<div>", 99) + "x"),
        ("unclosed items", "each closes the one before", $"<ul>{Repeat("<li>x", 20_000)}"),
        ("formatting copied into blocks", "open formatting is copied into every paragraph", Enumerate("<b title=#><p></b>", 2_000)),
        ("fonts copied into blocks", "more so where each differs", Enumerate("<font size=#>", 101) + Repeat("<p>", 4_000)),
        ("links that close links", "each link closes the one before", Repeat("<a href=https://vendor.example>x", 4_000)),
        ("end tags alone", "each is looked for", Repeat("</p></b></div></x>", 3_000)),
        ("many line breaks", "many nodes of no size", Repeat("<br/>", 20_000)),
        ("many to take out", "taking one out costs a search among its siblings", Repeat("<font>x</font>", 2_500)),
        ("many comments", "nodes that nobody sees", Repeat("<!--x-->", 10_000)),
        ("many attributes", "each is compared with all others", $"<p{Enumerate(" a#=1", 20_000)}>x</p>"),
        ("long attribute", "one value of much", $"<abbr title=\"{new string('x', 200_000)}\">x</abbr>"),
        ("long address", "an address of much", $"<p><a href=\"https://vendor.example/{new string('x', 60_000)}\">x</a></p>"),
        ("long name", "a name of much", $"<{new string('x', 100_000)}>x"),
        ("long text", "a megabyte of nothing", new string('x', 400_000)),
        ("many entities", "each is looked up", Repeat("&amp;&lt;&CounterClockwiseContourIntegral;&x", 6_000)),
        ("many nested calculations", "a style's own nesting", $"<p style=\"width:{Repeat("calc(", 5_000)}1px\">x</p>"),
        ("wide table", "a row of thousands", $"<table><tr>{Repeat("<td>x", 3_000)}</table>"),
        ("many spans", "thousands of merged cells", $"<table>{Repeat("<tr><td colspan=1000 rowspan=1000>x", 400)}</table>"),
    ];

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Enumerate(string text, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(number => text.Replace("#", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
