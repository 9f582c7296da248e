namespace Dashboard.Web.Reading;

/// <summary>Counts what the sanitizer takes out of one body, by kinds a person understands.</summary>
internal sealed class Removals
{
    private readonly SortedDictionary<Kind, int> _counts = [];

    private enum Kind
    {
        Script,
        Style,
        Picture,
        Form,
        EmbeddedPage,
        Link,
        PageSetting,
        UnknownTag,
        Attribute,
        Comment,
    }

    /// <summary>What was left out, as one sentence, or null when nothing was.</summary>
    public string? Sentence => _counts.Count == 0
        ? null
        : $"Left out for safety: {string.Join(", ", _counts.Select(count => Words(count.Key, count.Value)))}.";

    /// <summary>Counts an element taken out.</summary>
    public void Element(string tag) => Add(tag switch
    {
        "script" or "noscript" => Kind.Script,
        "style" or "link" => Kind.Style,
        "img" or "image" or "picture" or "source" or "track" or "audio" or "video" or "canvas" or "svg" or "math" or "map" or "area"
            => Kind.Picture,
        "form" or "input" or "button" or "textarea" or "select" or "option" or "optgroup" or "datalist" or "label" or "fieldset"
            or "legend" or "output" or "keygen" or "meter" or "progress" => Kind.Form,
        "iframe" or "frame" or "frameset" or "noframes" or "object" or "embed" or "applet" or "noembed" or "param" or "template" => Kind.EmbeddedPage,
        "meta" or "base" or "head" or "title" => Kind.PageSetting,
        _ => Kind.UnknownTag,
    });

    /// <summary>Counts an attribute taken out of an element that stays.</summary>
    public void Attribute(string name)
    {
        // Every link gets its own of these.
        if (name is "rel" or "target") return;
        Add(name switch
        {
            "style" or "class" => Kind.Style,
            "href" => Kind.Link,
            _ when name.StartsWith("on", StringComparison.Ordinal) => Kind.Script,
            _ => Kind.Attribute,
        });
    }

    /// <summary>Counts a comment taken out.</summary>
    public void Comment() => Add(Kind.Comment);

    private void Add(Kind kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;

    private static string Words(Kind kind, int count)
    {
        var (one, many) = kind switch
        {
            Kind.Script => ("script", "scripts"),
            Kind.Style => ("style", "styles"),
            Kind.Picture => ("picture or other media", "pictures or other media"),
            Kind.Form => ("form field", "form fields"),
            Kind.EmbeddedPage => ("embedded page", "embedded pages"),
            Kind.Link => ("unsafe link", "unsafe links"),
            Kind.PageSetting => ("page setting", "page settings"),
            Kind.UnknownTag => ("unknown tag (its text is kept)", "unknown tags (their text is kept)"),
            Kind.Attribute => ("attribute", "attributes"),
            _ => ("hidden comment", "hidden comments"),
        };
        return $"{count} {(count == 1 ? one : many)}";
    }
}
