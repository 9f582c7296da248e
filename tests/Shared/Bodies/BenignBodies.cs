namespace Dashboard.Testing;

/// <summary>Bodies a scenario, an app or a person may honestly write; the published one first.</summary>
public static class BenignBodies
{
    public static IReadOnlyList<BenignBody> All { get; } =
    [
        new("the published body", PublishedBody.Html),
        new("emphasis and code in a sentence", "<p>a <b>b</b> <em>c</em> <code>d &lt; e &amp;&amp; f</code> <kbd>Ctrl</kbd> <samp>ok</samp> H<sub>2</sub>O, x<sup>2</sup>, <mark>here</mark></p>"),
        new("lists within lists", "<ol><li>1</li><li>2<ul><li>3</li><li>4<ol><li>5</li></ol></li></ul></li></ol>"),
        new("lists without end tags", "<ul>\n<li>one\n<li>two\n<li><code>three</code>\n</ul>"),
        new("code with indentation", "<pre>function f() {\n    if (a &lt; b) {\n\treturn  \"two  spaces\";\n    }\n}</pre>"),
        new("a stack trace in code in pre", "<pre><code>Error: boom\n    at run (/app/index.js:1:2)\n    at async main</code></pre><hr><blockquote>quoted</blockquote>"),
        new(
            "a table with merged cells",
            "<table><caption>t</caption><thead><tr><th colspan=\"2\">h</th></tr></thead><tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>"),
        new("names with values", "<dl><dt>Bundle</dt><dd>17</dd><dt>Operation</dt><dd>3 of 4</dd></dl><abbr title=\"HyperText Markup Language\">HTML</abbr>"),
        new("headings and parts", "<h1>A</h1><h2>B</h2><h3>C</h3><div>d<br>e</div><p>f</p><h4>G</h4><h5>H</h5><h6>I</h6>"),
        new("entities by name and number", "<p>&copy; 2026 &mdash; &ldquo;quoted&rdquo; &amp;lt;b&amp;gt; &#39;x&#39; &#x1F600; &nbsp;&euro;5 &hellip;</p>"),
        new("emoji with joiners, flags and skin tones", "<p>\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 \U0001F1E8\U0001F1FF \U0001F44D\U0001F3FD \u2764\uFE0F</p>"),
        new("many alphabets", "<p>Příliš žluťoučký kůň 日本語 한국어 Ελληνικά ไทย Кириллица</p>"),
        new("right to left with marks", "<p>שגיאה: \u200Fהתרחיש\u200E \"Orders 12\" نص عربي (3 من 4)</p>"),
        new("a word of a thousand letters", $"<p>Token <code>{new string('a', 1_000)}</code> was refused, at {string.Join('/', Enumerable.Repeat("segment", 60))}</p>"),
        new("a letter to somebody", "<p>Ask <a href=\"mailto:help@make.com?subject=Scenario%2086\">help@make.com</a>.</p>"),
        new("a link with everything in it", "<p>See <a href=\"https://docs.vendor.example:8443/a/b?b=1&amp;c=%20x&amp;q=%7B%7D#d\">the manual</a>.</p>"),
        new("two hundred links", $"<ul>{string.Concat(Enumerable.Range(1, 200).Select(number => $"<li><a href=\"https://eu1.make.example/scenario/{number}/log\">Scenario {number}</a></li>"))}</ul>"),
        new("a link around formatted words", "<p><a href=\"https://eu1.make.example/team/1\">My <strong>first</strong> <code>Lab</code></a></p>"),
        new("template text", "<ul><li><code>Missing value of required parameter &#39;{{!expect.json.label}}&#39;.</code></li><li>{{1.array[].name}} ${x} <code>{{ formatDate(now; \"YYYY\") }}</code> @(y) [[z]] %7B</li></ul>"),
        new("generic types, escaped", "<p>Cannot convert <code>List&lt;string&gt;</code> to <code>Dictionary&lt;string, List&lt;int&gt;&gt;</code>.</p>"),
        new(
            "generic types, as they are",
            "<p>Cannot convert List<string> to Dictionary<string, List<int>> in <T>.</p><p>next</p>",
            "<p>Cannot convert List&lt;string&gt; to Dictionary&lt;string, List&lt;int&gt;&gt; in &lt;T&gt;.</p><p>next</p>"),
        new(
            "an answer in XML, as it is",
            "<p>Got: <soap:Fault><faultcode>Client</faultcode></soap:Fault></p>",
            "<p>Got: &lt;soap:Fault&gt;&lt;faultcode&gt;Client&lt;/faultcode&gt;&lt;/soap:Fault&gt;</p>"),
        new("comparisons", "<p>a < b, 1 <= 2 && 3 > 2 <> 4, x<3, <- -> <<>></p>", "<p>a &lt; b, 1 &lt;= 2 &amp;&amp; 3 &gt; 2 &lt;&gt; 4, x&lt;3, &lt;- -&gt; &lt;&lt;&gt;&gt;</p>"),
        new("JSON in code", "<p>Payload: <code>{\"a\":[1,2,{\"b\":\"c\\n\\u0041\"}],\"html\":\"&lt;b&gt;x&lt;/b&gt;\"}</code></p>"),
        new("words without markup", "Line one\nline two & three; 100% \"quoted\" 'so' \\ / `back`"),
        new("nothing", ""),
    ];
}
