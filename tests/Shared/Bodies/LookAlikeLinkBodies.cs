namespace Dashboard.Testing;

/// <summary>Links that lead elsewhere than they look.</summary>
internal static class LookAlikeLinkBodies
{
    public static IReadOnlyList<(string Name, string Why, string Html)> All { get; } =
    [
        ("text of another address", "the text is no promise", "<a href=https://evil.example/>https://eu1.make.example/scenario/86</a>"),
        ("Cyrillic a", "one letter of another alphabet", "<a href='https://m\u0430ke.com/'>make.com</a>"),
        ("Greek letters", "letters of a third", "<a href='https://m\u03B1k\u03B5.com/'>make.com</a>"),
        ("all of another alphabet", "no mixture to be seen", "<a href='https://\u043C\u0430\u043A\u0435.com/'>make.com</a>"),
        ("punycode as it is written", "the ASCII form of the same", "<a href='https://xn--mke-6cd.com/'>make.com</a>"),
        ("accents", "a dot below is easily missed", "<a href='https://mak\u1EB9.com/'>make.com</a>"),
        ("r and n", "two letters that look like one", "<a href='https://rnake.com/'>make.com</a>"),
        ("digits for letters", "read as letters", "<a href='https://m4ke.com/'>make.com</a> <a href='https://mak3.com/'>make.com</a>"),
        ("letters changed about", "read as meant", "<a href='https://amke.com/'>make.com</a>"),
        ("letter doubled", "read as one", "<a href='https://maake.com/'>make.com</a>"),
        ("another ending", "the same name elsewhere", "<a href='https://make.co/'>make.com</a>"),
        ("Make's name in front", "begins like it and belongs to somebody else", "<a href='https://make.com.evil.example/'>make.com</a>"),
        ("a zone's name in front", "begins like an environment", "<a href='https://eu1.make.com.evil.example/scenario/86'>EU1</a>"),
        ("with hyphens instead of dots", "a dot is a hyphen at a glance", "<a href='https://eu1-make-com.evil.example/'>EU1</a>"),
        ("with a word added", "a name that could be Make's", "<a href='https://make-login.com/'>Sign in</a>"),
        ("user before the host", "what stands before @ is no host", "<a href='https://eu1.make.com@evil.example/'>EU1</a>"),
        ("user and password before the host", "the same with more of it", "<a href='https://eu1.make.com:443@evil.example/'>EU1</a>"),
        ("slash of another kind before the host", "a letter that looks like a slash", "<a href='https://eu1.make.com\u2044@evil.example/'>EU1</a><a href='https://eu1.make.com\u2215.evil.example/'>EU1</a>"),
        ("backslash before the user", "a slash to browsers", "<a href='https://evil.example\\@eu1.make.com/'>EU1</a>"),
        ("backslashes at the beginning", "slashes to browsers", "<a href='\\\\evil.example\\x'>x</a><a href='/\\evil.example'>y</a>"),
        ("without a scheme", "takes the page's scheme", "<a href=//evil.example/x>x</a>"),
        ("with one slash or none", "browsers add what is missing", "<a href='https:evil.example'>x</a><a href='https:/evil.example'>y</a><a href='https:///evil.example'>z</a>"),
        ("number for a host", "an address in another notation", "<a href='http://3232235521/'>x</a><a href='http://0x7f.1/'>y</a><a href='http://0177.0.0.1/'>z</a>"),
        ("number of version six", "and in the newer one", "<a href='http://[::ffff:7f00:1]/'>x</a>"),
        ("percent in the host", "decoded by browsers", "<a href='https://%65vil.example/'>x</a><a href='https://eu1.make.com%2f.evil.example/'>y</a>"),
        ("wide dot in the host", "a dot after normalizing", "<a href='https://evil\u3002example/'>x</a><a href='https://eu1.make.com\uFF0Eevil.example/'>y</a>"),
        ("hosts that are none", "end some parsers", "<a href='https://'>x</a><a href='https://xn--/'>y</a><a href='https://\u00e9.\u00e9..\u00e9/'>z</a><a href='https://-.example/'>w</a>"),
        ("title of its own", "shown when the pointer rests on it", "<a href=https://evil.example title='https://eu1.make.example'>x</a>"),
        ("forged note", "writes what the portal would write", "<a href=https://evil.example>x</a><span class=leads-to role=note> opens eu1.make.example</span>"),
        ("link around everything", "a click anywhere opens it", "<a href=https://evil.example><h1>Heading</h1><p>a<br>b</p><ul><li>c</li></ul><table><tr><td>d</td></tr></table></a>"),
        ("empty link", "nothing to see, something to reach by keyboard", "<a href=https://evil.example></a><a href=https://evil.example> \u200B </a>"),
        ("letter with hidden receivers", "a letter to one goes to others", "<a href='mailto:help@make.com?bcc=other@evil.example&body=token'>help@make.com</a>"),
    ];
}
