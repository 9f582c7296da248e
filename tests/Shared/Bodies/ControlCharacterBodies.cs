namespace Dashboard.Testing;

/// <summary>Letters that are not to be seen: they turn, hide or break what stands around them.</summary>
internal static class ControlCharacterBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("text turned round", "reads from right to left until it is ended", "<p>Report \u202Egpj.exe is ready</p>"),
        ("text turned round without an end", "turns what the portal writes beside it", "<p><a href=https://evil.example/>\u202Emoc.ekam</a> and on</p>"),
        ("direction isolated", "the newer way", "<p>\u2067abc\u2068def \u2066ghi</p><p>after</p>"),
        ("address turned round", "shows another end", "<a href='https://evil.example/\u202Egpj.exe'>x</a>"),
        ("host turned round", "shows another host", "<a href='https://evil\u202E.example/'>x</a>"),
        ("direction by entities", "the same, escaped", "<p>a &#x202E;b&#8238; &rlm;c&lrm;</p>"),
        ("invisible letters", "words that a search does not find", "<p>pass\u200Bword tok\u2060en \u200Cx\u200Dy\uFEFFz</p>"),
        ("invisible host", "a letter nobody sees in a host", "<a href='https://ma\u200Bke.com/'>make.com</a><a href='https://ma\u00ADke.com/'>make.com</a>"),
        ("null", "ends a text for some", "<p>a\u0000b</p><a href='https://evil.example/\u0000.make.com'>x</a>"),
        ("nulls in names", "part a name for some", "<im\u0000g src=x onerror=canary()><b on\u0000click=canary()>x</b>"),
        ("controls", "bells and escapes", "<p>\u0001\u0007\u0008\u000B\u001B[31mred\u001B[0m\u007F\u0085\u009B</p>"),
        ("controls as tag separators", "white space to some", "<img\u000Bsrc=x\u001Conerror=canary()><b\u00A0onclick=canary()>x</b>"),
        ("line separators", "line breaks to a script", "<p>a\u2028b\u2029c</p><abbr title='a\u2028b'>x</abbr>"),
        ("line breaks of all kinds", "one or two, and in attributes", "<pre>a\r\nb\rc\n\rd</pre><abbr title='a\r\nSet-Cookie: stolen=1'>x</abbr>"),
        ("tags in Unicode", "invisible words", "<p>Hello\U000E0001\U000E0068\U000E0069\U000E007F</p>"),
        ("marks of a format", "signs between lines", "<p>\uFFF9a\uFFFAb\uFFFB \u180E \u2061x</p>"),
        ("letters that are none", "code points without a letter", "<p>\uFFFE\uFFFF \U0001FFFE \uE000 &#xFDD0;</p>"),
        ("emoji that join", "one picture of many", "<p>" + string.Concat(Enumerable.Repeat("\U0001F468\u200D", 300)) + "\U0001F468</p>"),
        ("flags and selectors", "a change of look", "<p>" + string.Concat(Enumerable.Repeat("x\uFE0F\uFE0E\u20E3", 300)) + "</p>"),
        ("widest letters", "one letter as wide as a word", "<p>\uFDFD\uA9C5\U00012031\uFDFA</p>" + string.Concat(Enumerable.Repeat("\uFDFD", 50))),
        ("letters of many shapes", "known to slow or end those who draw them", "<p>\u0C1C\u0C4D\u0C1E\u200C\u0C3E \u0996\u09CD\u09B0\u200C \u0628\u0651\u0640\u0650</p>"),
        ("words for a terminal", "a link by escapes", "<p>\u001B]8;;https://evil.example\u0007x\u001B]8;;\u0007 \u009D8;;x\u009C</p>"),
        ("byte order marks", "at the beginning and within", "\uFEFF<p>a\uFEFFb</p>\uFFFE"),
    ];
}
