using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Dashboard.Web.Reading;

/// <summary>Reads a sanitized body for what a person looks for in it: its text, the error details and the things it links to.</summary>
internal static class BodyReader
{
    /// <summary>Longest name of a part, in characters.</summary>
    private const int NameLength = 200;

    /// <summary>Most parts, and most details, read from one body.</summary>
    private const int MostOfEach = 100;

    private static readonly HashSet<string> Blocks =
        ["p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "caption"];

    /// <summary>What stands in sanitized HTML.</summary>
    /// <exception cref="OperationCanceledException">The time for this body is over.</exception>
    public static Findings Read(string html, IReadOnlySet<string> makeHosts, CancellationToken cancellationToken)
    {
        using var document = BodyParser.ParseAgain(html, cancellationToken);
        var body = document.Body!;
        return new Findings(Text(body), Details(body), Parts(body, makeHosts));
    }

    private static List<string> Details(IElement body) =>
        [.. body.QuerySelectorAll("code")
            .Where(code => code.ParentElement!.Closest("code") is null)
            .Select(code => string.Concat(code.GetDescendants().OfType<IText>().Where(words => !LinkNotes.IsNote(words.ParentElement!)).Select(words => words.Data)).Trim())
            .Where(line => line.Length > 0)
            .Take(MostOfEach)];

    private static List<NotificationPart> Parts(IElement body, IReadOnlySet<string> makeHosts)
    {
        var parts = new List<NotificationPart>();
        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            if (SafeLink.Parse(link.GetAttribute("href")!) is not { } uri || MakeAddress.Read(uri) is not var (kind, id)) continue;
            if (parts.Exists(part => part.Kind == kind && part.Uri == uri)) continue;
            parts.Add(new NotificationPart(kind, Name(link, id), id, uri, IsForeign: !makeHosts.Contains(uri.Authority)));
            if (parts.Count == MostOfEach) break;
        }

        return parts;
    }

    private static string Name(IElement link, string id)
    {
        var name = new StringBuilder();
        foreach (var rune in link.TextContent.EnumerateRunes())
        {
            if (name.Length >= NameLength) break;
            if (Rune.IsWhiteSpace(rune)) name.Append(name.Length > 0 && name[^1] != ' ' ? " " : null);
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)) name.Append(rune.ToString());
        }

        return name.ToString().Trim() is { Length: > 0 } text ? text : id;
    }

    // Each block on lines of its own, list items marked, cells apart, white space as a browser shows it.
    private static string Text(IElement body)
    {
        var text = new StringBuilder();
        Write(body, text, preformatted: false);
        return text.ToString().Trim();
    }

    private static void Write(INode node, StringBuilder text, bool preformatted)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) WriteWords(words.Data, text, preformatted);
            else if (child is IElement element && !LinkNotes.IsNote(element)) WriteElement(element, text, preformatted);
        }
    }

    private static void WriteElement(IElement element, StringBuilder text, bool preformatted)
    {
        var isBlock = Blocks.Contains(element.LocalName);
        if (element.LocalName == "br") text.Append('\n');
        if (isBlock) EndLine(text);
        if (element.LocalName == "li") text.Append("- ");
        Write(element, text, preformatted || element.LocalName == "pre");
        if (isBlock) EndLine(text);
        if (element.LocalName is "td" or "th") text.Append('\t');
    }

    private static void WriteWords(string words, StringBuilder text, bool preformatted)
    {
        if (preformatted)
        {
            text.Append(words);
            return;
        }

        foreach (var letter in words)
        {
            if (letter is not (' ' or '\t' or '\n' or '\r' or '\f')) text.Append(letter);
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1])) text.Append(' ');
        }
    }

    private static void EndLine(StringBuilder text)
    {
        // A block that begins a list item stays on the item's line.
        if (text.Length >= 2 && text[^1] == ' ' && text[^2] == '-' && (text.Length == 2 || text[^3] == '\n')) return;
        while (text.Length > 0 && text[^1] is ' ' or '\t') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    /// <summary>What stands in a body.</summary>
    /// <param name="Text">The body's own words, without the portal's notes, a line per block.</param>
    /// <param name="Details">The lines of code in it, as plain text.</param>
    /// <param name="Parts">The things of Make's it links to, in order, each once.</param>
    internal sealed record Findings(string Text, IReadOnlyList<string> Details, IReadOnlyList<NotificationPart> Parts);
}
