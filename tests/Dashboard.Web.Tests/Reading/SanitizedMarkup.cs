using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Dashboard.Web.Tests.Reading;

/// <summary>What may be in sanitized HTML, written down apart from the product's list.</summary>
internal static class SanitizedMarkup
{
    private static readonly string[] Tags =
    [
        "p", "br", "hr", "div", "span", "strong", "b", "em", "i", "u", "s", "small", "sub", "sup", "del", "ins", "mark", "abbr", "time",
        "code", "pre", "kbd", "samp", "q", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "a", "h1", "h2", "h3", "h4", "h5", "h6",
        "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    ];

    public static IElement Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;

    /// <summary>The HTML without what the portal wrote beside its links.</summary>
    public static string WithoutNotes(string html)
    {
        var body = Parse(html);
        foreach (var note in body.QuerySelectorAll("[role=note]")) note.Remove();
        return body.ChildNodes.ToHtml(HtmlFormatter.Instance);
    }

    /// <summary>Harmless HTML as a browser reads it, each link with what the product adds to its tag.</summary>
    public static string AsSent(string html)
    {
        var body = Parse(html);
        foreach (var link in body.QuerySelectorAll("a"))
        {
            link.SetAttribute("rel", "noopener noreferrer nofollow");
            link.SetAttribute("target", "_blank");
            link.SetAttribute("title", new Uri(link.GetAttribute("href")!) is { Scheme: not "mailto" } web ? $"Opens {web.Authority}" : "Writes an e-mail");
        }

        return body.ChildNodes.ToHtml(HtmlFormatter.Instance);
    }

    public static void AssertClean(string html)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        Assert.Empty(document.Head!.ChildNodes);
        Assert.Empty(document.Body!.Attributes);
        Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
        Assert.DoesNotContain(document.Body.Descendants(), node => node.NodeType is not (NodeType.Element or NodeType.Text));
        foreach (var element in document.Body.QuerySelectorAll("*")) AssertClean(element);
    }

    private static void AssertClean(IElement element)
    {
        Assert.Contains(element.LocalName, Tags);
        Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
        string[] allowed = element.LocalName switch
        {
            "span" when element.PreviousElementSibling is { LocalName: "a" } => ["class", "role"],
            "a" => ["href", "rel", "target", "title"],
            "td" or "th" => ["colspan", "rowspan"],
            "abbr" => ["title"],
            _ => [],
        };
        Assert.Empty(element.Attributes.Select(attribute => attribute.Name).Except(allowed));
        if (element.GetAttribute("href") is { } href) AssertSafeLink(element, href);
        foreach (var span in element.Attributes.Where(attribute => attribute.Name is "colspan" or "rowspan"))
        {
            Assert.InRange(int.Parse(span.Value, null), 1, 100);
        }
    }

    private static void AssertSafeLink(IElement link, string href)
    {
        Assert.Matches(@"\A(https?://[^/?#@\\\s]+([/?#][^\\\s]*)?|mailto:[^\\\s]+)\z", href);
        Assert.All(href, letter => Assert.InRange(letter, '!', '~'));
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
        Assert.Equal("_blank", link.GetAttribute("target"));
        var uri = new Uri(href);
        Assert.Equal(uri.Scheme == "mailto" ? "Writes an e-mail" : $"Opens {uri.Authority}", link.GetAttribute("title"));
    }
}
