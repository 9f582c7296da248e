namespace Dashboard.Testing;

/// <summary>The same in other letters: what a filter by pattern does not see and a parser does.</summary>
internal static class EncodingBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("scheme in decimal entities", "a parser decodes before it looks", "<a href='&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;canary()'>x</a>"),
        ("scheme in hexadecimal without semicolons", "the semicolon is optional", "<a href='&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;canary()'>x</a>"),
        ("scheme with long zeros", "leading zeros don't end", "<a href='&#0000000106avascript:canary()'>x</a>"),
        ("tab and colon by name", "names of white space and signs", "<a href='java&Tab;script&colon;canary()'>x</a>"),
        ("line breaks by name", "line breaks in an address are dropped", "<a href=\"j&NewLine;a&NewLine;vascript:canary()\">x</a>"),
        ("line break in the scheme", "dropped as well", "<a href='java\nscript:canary()'>x</a>"),
        ("tab in the scheme", "dropped as well", "<a href='java\tscript:canary()'>x</a>"),
        ("control before the scheme", "leading controls are dropped", "<a href='\u0001javascript:canary()'>x</a>"),
        ("white space before the scheme", "leading spaces are dropped", "<a href=' \t\n javascript:canary()'>x</a>"),
        ("null in the scheme", "some stop reading there", "<a href='java\u0000script:canary()'>x</a>"),
        ("null after the scheme", "as an entity it becomes a sign of its own", "<a href='javascript&#0;:canary()'>x</a>"),
        ("line separator before the scheme", "white space to one, a letter to another", "<a href='\u2028javascript:canary()'>x</a>"),
        ("byte order mark before the scheme", "invisible", "<a href='\uFEFFjavascript:canary()'>x</a>"),
        ("wide letters in the scheme", "the same letters after normalizing", "<a href='\uFF4A\uFF41\uFF56\uFF41script:canary()'>x</a>"),
        ("percent in the scheme", "decoded by those who decode twice", "<a href='%6Aavascript:canary()'>x</a>"),
        ("soft hyphen in the scheme", "ignored by some", "<a href='java\u00ADscript:canary()'>x</a>"),
        ("escaped script", "becomes markup where it is decoded twice", "&lt;script&gt;canary()&lt;/script&gt;"),
        ("twice escaped picture", "becomes markup where it is decoded three times", "&amp;lt;img src=x onerror=canary()&amp;gt;"),
        ("escaped script in an attribute", "becomes markup where quotes are lost", "<p title='&quot;&gt;&lt;script&gt;canary()&lt;/script&gt;'>x</p>"),
        ("quote in a kept attribute", "escapes where the value is written without escaping", "<abbr title='&quot; onclick=&quot;canary()'>x</abbr>"),
        ("end of a comment in a kept attribute", "escapes where the page is put into a comment", "<abbr title='--&gt;&lt;img src=x onerror=canary()&gt;'>x</abbr>"),
        ("end tag in a kept attribute", "escapes where the page is put into a raw element", "<abbr title='&lt;/style&gt;&lt;/script&gt;&lt;/textarea&gt;&lt;img src=x onerror=canary()&gt;'>x</abbr>"),
        ("backquotes in a kept attribute", "a quote to browsers of old", "<abbr title='`` onclick=canary()'>x</abbr>"),
        ("wide brackets", "brackets after normalizing", "\uFF1Cscript\uFF1Ecanary()\uFF1C/script\uFF1E"),
        ("UTF-7", "a script where the encoding is guessed", "+ADw-script+AD4-canary()+ADw-/script+AD4-"),
        ("another encoding by meta", "asks for the rest to be read otherwise", "<meta charset=\"iso-2022-jp\"><abbr title=\"\u001B(J\">x</abbr><abbr title=\"\u001B$@ onclick=canary()\">y</abbr>"),
        ("lone surrogates", "half a letter, which ends some encoders", "<p>a\uFFFDb &#xD800; &#xDFFF; &#x110000; <b onclick=canary()>x</b></p>"),
        ("entities without an end in a query", "a parameter that reads as an entity", "<a href=\"https://vendor.example/?a=1&lt=2&copy=3&not;=4\">x</a>"),
        ("handler in entities", "its value is decoded, its name is not", "<p onclick='&#99;anary&lpar;&rpar;' &#111;nclick=canary()>x</p>"),
    ];
}
