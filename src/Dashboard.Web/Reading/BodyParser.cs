using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dashboard.Web.Reading;

/// <summary>Builds the tree of a body within <see cref="BodyLimits"/>, without styles, scripts or anything loaded.</summary>
internal static class BodyParser
{
    /// <summary>The body as a document of its own.</summary>
    /// <exception cref="BodyTooComplexException">The body passes a limit.</exception>
    /// <exception cref="OperationCanceledException">The time for this body is over.</exception>
    public static IHtmlDocument Parse(string body, CancellationToken cancellationToken)
    {
        BodyLimits.Check(body);
        var guard = new NestingGuard(cancellationToken);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnToken = (token, _) => guard.Follow(token),
            // Asked before the parser compares each attribute with all others of its element.
            ShouldEmitAttribute = (ref token, _) =>
                token.Attributes.Count < BodyLimits.Attributes ? true : throw BodyLimits.TooManyAttributes(),
        });
        var document = parser.ParseDocument("<!doctype html><body>" + body);
        Measure(document.Body!);
        return document;
    }

    /// <summary>Reads again what the sanitizer has let through: it keeps within the limits, beside the notes that were added to it.</summary>
    /// <exception cref="OperationCanceledException">The time for this body is over.</exception>
    public static IHtmlDocument ParseAgain(string html, CancellationToken cancellationToken) =>
        new HtmlParser(new HtmlParserOptions { OnToken = (_, _) => cancellationToken.ThrowIfCancellationRequested() })
            .ParseDocument("<!doctype html><body>" + html);

    // What the guard foresaw by the tags is checked against what came out.
    private static void Measure(IElement root)
    {
        var elements = 0;
        var pending = new Stack<(INode Node, int Depth)>([(root, 0)]);
        while (pending.TryPop(out var next))
        {
            if (next.Depth > BodyLimits.Depth) throw BodyLimits.TooDeep();
            foreach (var child in next.Node.ChildNodes)
            {
                if (child.NodeType == NodeType.Text) continue;
                if (++elements > BodyLimits.Elements) throw BodyLimits.TooManyElements();
                pending.Push((child, next.Depth + 1));
            }
        }
    }
}
