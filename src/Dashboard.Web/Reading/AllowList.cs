using System.Collections.Frozen;
using AngleSharp.Dom;
using Ganss.Xss;

namespace Dashboard.Web.Reading;

/// <summary>
/// What a notification's body may consist of, entry by entry with its reason. Whatever is not named here is taken out: of four
/// configurations of this sanitizer that were tried, the only one that left nothing open under 6,101 attack vectors.
/// </summary>
/// <remarks>
/// <para>Nothing here can run, load, submit, style or name anything: no style, class or id (covering and clobbering the page), no form
/// controls (they navigate on one click), no media and no image (a remote image tells its sender who read the message and when).</para>
/// <para>Text around known tags that are not listed is kept, and tags that no browser knows are text themselves (<see cref="UnknownTags"/>).
/// Keeping text lets content move up in the tree, so the result is sanitized again until it no longer changes (<see cref="BodySanitizer"/>).
/// <see cref="Opaque"/> lists the elements whose content is no text for a person and goes with them.</para>
/// </remarks>
internal static class AllowList
{
    /// <summary>Elements that may stay.</summary>
    public static FrozenSet<string> Tags { get; } = FrozenSet.ToFrozenSet(
    [
        "p", // Make writes its sentences in paragraphs.
        "br", // A line break within one.
        "hr", // Parts the message from what it quotes.
        "div", // A block without meaning, which hand-written bodies use for p.
        "blockquote", // Quoted text. Its cite attribute is an address and not allowed.
        "h1", "h2", "h3", "h4", "h5", "h6", // Headings within the message; the frame keeps them out of the page's own outline.

        "span", // A run of text without meaning: nothing but its words is left of it.
        "strong", // Make's emphasis: the scenario's name.
        "b", // Emphasis of older hands.
        "em", // Stress.
        "i", // Stress of older hands.
        "u", // Underlined; a link is told from it by colour, focus and its note.
        "s", // What no longer holds.
        "small", // Side notes.
        "sub", "sup", // Formulas and footnotes.
        "del", "ins", // Changed values. Their cite attribute is an address and not allowed.
        "mark", // What to look at in a quoted line.
        "abbr", // Abbreviations, with their long form as title.
        "time", // Dates. Only its words are shown, not its datetime.
        "q", // A quotation in a line. Its cite attribute is an address and not allowed.

        "code", // Make puts each error detail into one.
        "pre", // Payloads and stack traces, whose spaces matter.
        "kbd", // Keys to press.
        "samp", // Output of a program.

        "ul", "ol", "li", // Make lists links and error details in them.
        "dl", "dt", "dd", // Names with their values.

        "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", // Tables of values, which scroll in themselves.

        "a", // Links, under the rules of SafeLink, with the note of LinkNotes where they leave Make.
    ]);

    /// <summary>Attributes that may stay, on the elements named: the sanitizer's own list holds for all elements alike.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Attributes { get; } = new Dictionary<string, FrozenSet<string>>
    {
        // An address means something on a link only; a stray one on a div waits for a script to read it.
        ["href"] = FrozenSet.ToFrozenSet(["a"]),
        // The long form of an abbreviation. On a link it could show another address than the one it opens.
        ["title"] = FrozenSet.ToFrozenSet(["abbr"]),
        // Merged cells, within what Spans allows.
        ["colspan"] = FrozenSet.ToFrozenSet(["td", "th"]),
        ["rowspan"] = FrozenSet.ToFrozenSet(["td", "th"]),
    }.ToFrozenDictionary();

    /// <summary>Schemes a link may have. All others run something (<c>javascript</c>, <c>data</c>), read something (<c>file</c>) or start a program of the reader's.</summary>
    public static FrozenSet<string> Schemes { get; } = FrozenSet.ToFrozenSet(
    [
        "https", // Pages at Make and elsewhere.
        "http", // An environment of one's own in a closed network; the browser says that it is not secure.
        "mailto", // Begins a letter, which its writer sees before it is sent.
    ]);

    /// <summary>
    /// Elements that go together with their content: code and styles, pages in the page, drawings and formulas (their markup changes
    /// its meaning when lifted out: an <c>xlink:href</c> once survived so), media with markup for old browsers, page heads, and
    /// content that is shown only where scripts are off.
    /// </summary>
    public static FrozenSet<string> Opaque { get; } = FrozenSet.ToFrozenSet(
    [
        "script", "style", "template", "svg", "math", "iframe", "frameset", "noframes", "object", "embed", "applet",
        "audio", "video", "canvas", "picture", "map", "select", "datalist", "head", "title", "noscript", "noembed",
    ]);

    /// <summary>The smallest and largest number of merged cells; beyond it a browser lays out a table of millions of cells, and some give up.</summary>
    public static (int Least, int Most) Spans { get; } = (1, 100);

    /// <summary>A sanitizer that keeps to this list and counts what it takes out.</summary>
    /// <param name="removals">Receives everything removed. A sanitizer serves one call, so that the count belongs to one body.</param>
    public static HtmlSanitizer CreateSanitizer(Removals removals)
    {
        var options = HtmlSanitizerOptions.Empty();
        options.AllowedTags = new HashSet<string>(Tags);
        options.AllowedAttributes = new HashSet<string>(Attributes.Keys);
        options.AllowedSchemes = new HashSet<string>(Schemes);
        options.UriAttributes = new HashSet<string> { "href" };

        var sanitizer = new HtmlSanitizer(options) { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, e) => removals.Element(e.Tag.LocalName);
        sanitizer.RemovingAttribute += (_, e) => removals.Attribute(e.Attribute.Name);
        sanitizer.RemovingComment += (_, _) => removals.Comment();
        sanitizer.FilterUrl += (_, e) => e.SanitizedUrl = SafeLink.Parse(e.OriginalUrl)?.AbsoluteUri;
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is IElement element) Finish(element, removals);
        };
        return sanitizer;
    }

    private static void Finish(IElement element, Removals removals)
    {
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (IsAllowed(element.LocalName, attribute)) continue;
            element.RemoveAttribute(attribute.Name);
            removals.Attribute(attribute.Name);
        }

        if (element.GetAttribute("href") is { } href) SafeLink.Secure(element, new Uri(href));
    }

    private static bool IsAllowed(string tag, IAttr attribute) =>
        Attributes.TryGetValue(attribute.Name, out var tags) && tags.Contains(tag)
        && (attribute.Name is not ("colspan" or "rowspan")
            || (int.TryParse(attribute.Value, out var span) && span >= Spans.Least && span <= Spans.Most));
}
