using System.Net;

namespace Dashboard.Web.Reading;

/// <summary>
/// The document a message is shown in, for the <c>srcdoc</c> of a sandboxed frame: the second wall behind the sanitizer.
/// Its policy comes before everything else and lets nothing load, run or be sent, whatever the body says.
/// </summary>
public static class MessageDocument
{
    /// <summary>What every message's document begins with.</summary>
    public const string Policy =
        """<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">""";

    /// <summary>The document for a body, in the page's colours.</summary>
    /// <param name="body">The body to show.</param>
    /// <param name="theme">The page's colours.</param>
    /// <param name="asText">Shows the body's source instead of its HTML, as the viewer may ask for.</param>
    public static string Build(ReadableBody body, MessageTheme theme, bool asText)
    {
        var content = asText || body.Shown == BodyShape.Text ? $"<pre>{WebUtility.HtmlEncode(body.Source)}</pre>" : body.Html;
        return $"""{Policy}<meta charset="utf-8"><base target="_blank"><style>{Style(theme)}</style><body>{content}""";
    }

    // Long words and wide tables must not widen the page: words break, tables scroll in themselves.
    private static string Style(MessageTheme theme) =>
        $$"""
        :root { color-scheme: {{(theme.Dark ? "dark" : "light")}}; background: {{theme.Background}}; color: {{theme.Text}}; }
        html, body { margin: 0; }
        body { display: flow-root; padding: 0 1px; font: 0.9375rem/1.5 Roboto, "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
        body > :first-child { margin-top: 0; }
        body > :last-child { margin-bottom: 0; }
        a { color: {{theme.Link}}; }
        a:focus-visible { outline: 2px solid {{theme.Link}}; outline-offset: 2px; }
        a { unicode-bidi: isolate; }
        .leads-to { display: inline-block; margin-inline-start: 0.4em; padding: 0 0.4em; border: 1px solid currentColor; border-radius: 4px; direction: ltr; unicode-bidi: isolate; font: 0.75rem/1.4 system-ui, sans-serif; white-space: normal; }
        .leads-to strong { padding: 0 0.25em; background: Mark; color: MarkText; }
        code, kbd, samp, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.875em; background: {{theme.CodeBackground}}; border-radius: 4px; }
        code, kbd, samp { padding: 0.1em 0.3em; box-decoration-break: clone; }
        pre { padding: 0.75em; white-space: pre-wrap; }
        pre code { padding: 0; background: none; }
        table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
        td, th { padding: 0.25em 0.6em; border: 1px solid color-mix(in srgb, currentColor 30%, transparent); text-align: start; vertical-align: top; }
        blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid color-mix(in srgb, currentColor 30%, transparent); }
        """;
}
