using AngleSharp;
using Ganss.Xss;

namespace Dashboard.Web.Reading;

/// <summary>Keeps of a body what <see cref="AllowList"/> names, within <see cref="BodyLimits"/>.</summary>
public sealed class BodySanitizer : IBodySanitizer
{
    // Content that moves up when its unknown parent goes may be read differently next time: 22 of 6,101 attack vectors changed once more.
    private const int MostPasses = 4;

    /// <inheritdoc />
    public SanitizedBody Sanitize(string body, CancellationToken cancellationToken)
    {
        var removals = new Removals();
        try
        {
            var html = Pass(body, removals, cancellationToken);
            for (var pass = 2; pass <= MostPasses; pass++)
            {
                var again = Pass(html, new Removals(), cancellationToken);
                if (again == html) return new SanitizedBody(html, BodyShape.Html, removals.Sentence);
                html = again;
            }

            return AsText("reads differently each time it is cleaned");
        }
        catch (BodyTooComplexException refusal)
        {
            return AsText(refusal.Message);
        }
    }

    private static string Pass(string html, Removals removals, CancellationToken cancellationToken)
    {
        using var document = BodyParser.Parse(html, cancellationToken);
        var body = document.Body!;
        // Taking one out costs a search among its siblings.
        if (body.QuerySelectorAll("*").Count(element => !AllowList.Tags.Contains(element.LocalName)) > BodyLimits.Removals)
        {
            throw BodyLimits.TooManyRemovals();
        }

        foreach (var opaque in body.QuerySelectorAll(AllowList.Opaque))
        {
            opaque.Remove();
            removals.Element(opaque.LocalName);
        }

        AllowList.CreateSanitizer(removals).SanitizeDom(document, body);
        return body.ChildNodes.ToHtml(HtmlFormatter.Instance);
    }

    private static SanitizedBody AsText(string reason) =>
        new(string.Empty, BodyShape.Text, $"This message {reason}, so it is shown as plain text.");
}
