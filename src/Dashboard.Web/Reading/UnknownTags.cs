using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Dashboard.Web.Reading;

/// <summary>
/// Makes text of what only looks like a tag. A message such as <c>Cannot convert List&lt;string&gt; to int</c> that was not escaped reads
/// to a parser as an unknown element with the rest of the message inside, and would lose the very words the notification is about.
/// </summary>
internal static class UnknownTags
{
    // Every element of HTML, today's and former ones. A drawing's and a formula's own go with it, so they need not be known.
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet((
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas "
        + "caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt element em embed "
        + "fencedframe fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe "
        + "image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter "
        + "multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre "
        + "progress q rb rp rt rtc ruby s samp script search section select selectedcontent shadow slot small source spacer span strike "
        + "strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp").Split(' '));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownNames = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Ends = SearchValues.Create("\t\n\f\r />");

    /// <summary>
    /// The body with every <c>&lt;</c> before an unknown name escaped. This decides nothing about safety: all of it is sanitized after.
    /// Within quotes and comments it does no harm: there the escape is read as what it stands for, or goes with the comment.
    /// </summary>
    public static string AsText(string body)
    {
        StringBuilder? text = null;
        var written = 0;
        for (var at = body.IndexOf('<'); at >= 0; at = body.IndexOf('<', at + 1))
        {
            if (!IsUnknownTag(body.AsSpan(at + 1))) continue;
            (text ??= new StringBuilder(body.Length + 64)).Append(body, written, at - written).Append("&lt;");
            written = at + 1;
        }

        return text?.Append(body, written, body.Length - written).ToString() ?? body;
    }

    // What a parser takes for a tag's name: from a letter up to white space, a slash or the end of the tag.
    private static bool IsUnknownTag(ReadOnlySpan<char> after)
    {
        if (after is ['/', ..]) after = after[1..];
        if (after.IsEmpty || !char.IsAsciiLetter(after[0])) return false;
        var name = after[..Math.Min(after.Length, 32)];
        if (name.IndexOfAny(Ends) is >= 0 and var end) name = name[..end];
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return !KnownNames.Contains(lower);
    }
}
