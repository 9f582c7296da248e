using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Dashboard.Web.Reading;

/// <summary>
/// Follows the parser tag by tag and stops it where more than <see cref="BodyLimits.Depth"/> elements are open. An end tag is
/// believed only where it closes what was opened last: a misplaced one leaves its element open for the parser too, and open
/// formatting is copied into every block that follows, which turns 10 KB into millions of elements. Such copies are never seen as tags,
/// so they are counted as often as they may be made: for each tag or text, as many as there is formatting open.
/// </summary>
internal sealed class NestingGuard(CancellationToken cancellationToken)
{
    // Elements that hold no others, and the body, which every further body tag only adds to.
    private static readonly FrozenSet<string> NotNesting = FrozenSet.ToFrozenSet(
        ["body", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

    // Elements that commonly have no end tag of their own, and those whose end closes them.
    private static readonly FrozenSet<string> Implied = FrozenSet.ToFrozenSet(
        ["p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot"]);

    private static readonly FrozenSet<string> Closing = FrozenSet.ToFrozenSet(
        ["ul", "ol", "dl", "div", "blockquote", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "li"]);

    // Elements that a parser opens again in the next block where the block they were opened in has ended.
    private static readonly FrozenSet<string> Formatting = FrozenSet.ToFrozenSet(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]);

    private readonly List<string> _open = [];
    private int _formatting;
    private int _copies;

    /// <summary>Takes note of one token.</summary>
    /// <exception cref="BodyTooComplexException">Too many elements are open.</exception>
    /// <exception cref="OperationCanceledException">The time for this body is over.</exception>
    public void Follow(HtmlToken token)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (token.Type != HtmlTokenType.EndTag && (_copies += _formatting) > BodyLimits.Copies) throw BodyLimits.TooManyElements();
        if (token.Type == HtmlTokenType.StartTag) Open(token.Name);
        else if (token.Type == HtmlTokenType.EndTag) Close(token.Name);
    }

    private void Open(string name)
    {
        if (NotNesting.Contains(name)) return;
        if (Implied.Contains(name) && _open.Count > 0 && _open[^1] == name) return;
        _open.Add(name);
        if (Formatting.Contains(name)) _formatting++;
        if (_open.Count > BodyLimits.Depth) throw BodyLimits.TooDeep();
    }

    private void Close(string name)
    {
        var last = _open.Count - 1;
        if (Closing.Contains(name))
        {
            while (last >= 0 && _open[last] != name && Implied.Contains(_open[last])) last--;
        }

        if (last < 0 || _open[last] != name) return;
        _open.RemoveRange(last, _open.Count - last);
        if (Formatting.Contains(name)) _formatting--;
    }
}
