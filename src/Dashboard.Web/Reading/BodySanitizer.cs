using Ganss.Xss;

namespace Dashboard.Web.Reading;

/// <summary>Keeps of a body what <see cref="AllowList"/> names, within <see cref="BodyLimits"/>.</summary>
public sealed class BodySanitizer : IBodySanitizer
{
    // Content that moves up when its unknown parent goes may be read differently next time: 22 of 6,101 attack vectors changed once more.
    private const int MostPasses = 4;

    /// <inheritdoc />
    public SanitizedBody Sanitize(string body, IReadOnlySet<string> makeHosts, CancellationToken cancellationToken)
    {
        var removals = new Removals();
        try
        {
            BodyLimits.Check(body);
            var (html, _) = Pass(UnknownTags.AsText(body), removals, cancellationToken);
            for (var pass = 2; pass <= MostPasses; pass++)
            {
                var (again, noted) = Pass(html, new Removals(), cancellationToken, new LinkNotes(makeHosts));
                if (again == html) return new SanitizedBody(noted, BodyShape.Html, removals.Sentence);
                html = again;
            }

            return AsText("reads differently each time it is cleaned");
        }
        catch (BodyTooComplexException refusal)
        {
            return AsText(refusal.Message);
        }
    }

    private static (string Html, string Noted) Pass(string html, Removals removals, CancellationToken cancellationToken, LinkNotes? notes = null)
    {
        using var document = BodyParser.Parse(html, cancellationToken);
        var body = document.Body!;
        var elements = body.QuerySelectorAll("*");
        // Taking one out costs a search among its siblings.
        if (elements.Count(element => !AllowList.Tags.Contains(element.LocalName)) > BodyLimits.Removals)
        {
            throw BodyLimits.TooManyRemovals();
        }

        foreach (var element in elements)
        {
            // A template that became one is not among the elements, and not among what is written.
            if (element.ShadowRoot is not null) removals.Element("template");
            if (!AllowList.Opaque.Contains(element.LocalName)) continue;
            element.Remove();
            removals.Element(element.LocalName);
        }

        AllowList.CreateSanitizer(removals).SanitizeDom(document, body);
        var plain = BodyWriter.Write(body, HtmlFormatter.Instance);
        return (plain, notes is null ? plain : BodyWriter.Write(body, notes));
    }

    private static SanitizedBody AsText(string reason) =>
        new(string.Empty, BodyShape.Text, $"This message {reason}, so it is shown as plain text.");
}
