using System.Text;

namespace Dashboard.Web.Reading;

/// <summary>
/// How large a body may be to be shown as HTML. The parser takes more than linear time in nesting and in the number of nodes, so a
/// body near its size limit could hold a processor for a minute; within these limits it cannot.
/// </summary>
internal static class BodyLimits
{
    /// <summary>Largest body, in bytes of UTF-8.</summary>
    public const int Bytes = 256 * 1024;

    /// <summary>Most elements, counting comments, and the copies of unclosed formatting that a parser makes.</summary>
    public const int Elements = 5_000;

    /// <summary>Most copies of open formatting that a parser may make before it is known how many it has made.</summary>
    public const int Copies = 25_000;

    /// <summary>Most elements open at once.</summary>
    public const int Depth = 100;

    /// <summary>Most attributes of one element.</summary>
    public const int Attributes = 100;

    /// <summary>Most elements to be taken out.</summary>
    public const int Removals = 1_000;

    /// <summary>
    /// Reads the body once, before anything is built from it, and throws where it is too large. Every place that could begin an
    /// element or a comment counts, also inside quotes and comments, so no way of writing hides one from the count. (The few elements
    /// that a parser makes of misplaced end tags are counted when the tree is built.)
    /// </summary>
    /// <exception cref="BodyTooComplexException">The body is larger than <see cref="Bytes"/> or has more than <see cref="Elements"/>.</exception>
    public static void Check(string body)
    {
        if (body.Length > Bytes || Encoding.UTF8.GetByteCount(body) > Bytes) throw new BodyTooComplexException("is larger than 256 KB");

        var elements = 0;
        for (var at = body.IndexOf('<'); at >= 0 && at + 1 < body.Length; at = body.IndexOf('<', at + 1))
        {
            if ((char.IsAsciiLetter(body[at + 1]) || body[at + 1] is '!' or '?') && ++elements > Elements) throw TooManyElements();
        }
    }

    /// <summary>The refusal of a body with too many elements.</summary>
    public static BodyTooComplexException TooManyElements() => new("has more than 5,000 elements");

    /// <summary>The refusal of an element with too many attributes.</summary>
    public static BodyTooComplexException TooManyAttributes() => new("has a tag with more than 100 attributes");

    /// <summary>The refusal of a body with too much to take out.</summary>
    public static BodyTooComplexException TooManyRemovals() => new("has more than 1,000 tags that cannot be shown");

    /// <summary>The refusal of a body nested too deeply.</summary>
    public static BodyTooComplexException TooDeep() => new("is nested more than 100 levels deep");
}
