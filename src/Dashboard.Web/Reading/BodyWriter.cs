using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Dashboard.Web.Reading;

/// <summary>
/// Writes what is in a body, to the letter as the parser's own writer does. That one asks each node for the next, which is searched for among
/// all of its siblings: 5,000 of them cost it a tenth of a second each time.
/// </summary>
internal static class BodyWriter
{
    public static string Write(INode body, IMarkupFormatter formatter)
    {
        using var text = new StringWriter(new StringBuilder());
        WriteChildren(text, body, formatter);
        return text.ToString();
    }

    private static void WriteChildren(StringWriter text, INode parent, IMarkupFormatter formatter)
    {
        var children = parent.ChildNodes;
        for (var child = 0; child < children.Length; child++)
        {
            if (children[child] is IElement element)
                WriteElement(text, element, formatter);
            else
                children[child].ToHtml(text, formatter);
        }
    }

    private static void WriteElement(StringWriter text, IElement element, IMarkupFormatter formatter)
    {
        var isVoid = element.Flags.HasFlag(NodeFlags.SelfClosing);
        text.Write(formatter.OpenTag(element, isVoid));
        // A parser passes over the first line break in these: one that is meant has one before it.
        if (element.Flags.HasFlag(NodeFlags.LineTolerance) && element.FirstChild is IText { Data: ['\n', ..] })
            text.Write('\n');
        if (!isVoid)
            WriteChildren(text, element is IHtmlTemplateElement template ? template.Content : element, formatter);
        text.Write(formatter.CloseTag(element, isVoid));
    }
}
