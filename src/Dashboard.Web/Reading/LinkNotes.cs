using System.Net;
using AngleSharp.Dom;
using Ganss.Xss;

namespace Dashboard.Web.Reading;

/// <summary>
/// Writes sanitized HTML with the portal's own note beside each link that leaves Make: the host in full, and in words what about it is
/// not what it looks like. A body has neither class nor role, so it can write no such note; direction marks in it don't reach into one.
/// </summary>
/// <param name="makeHosts">The viewer's own Make hosts, as <see cref="ReadingRoom.ReadAsync"/> takes them.</param>
internal sealed class LinkNotes(IReadOnlySet<string> makeHosts) : HtmlFormatter
{
    /// <summary>The class of a note, which the message's own style sheet knows.</summary>
    public const string Class = "leads-to";

    private readonly LinkWarnings _warnings = new(makeHosts);

    /// <summary>Whether an element of sanitized HTML is a note of the portal's.</summary>
    public static bool IsNote(IElement element) => element.ClassName == Class;

    /// <inheritdoc />
    public override string CloseTag(IElement element, bool selfClosing)
    {
        var end = base.CloseTag(element, selfClosing);
        return element.LocalName == "a" && element.GetAttribute("href") is { } href ? end + Note(new Uri(href), element.TextContent) : end;
    }

    private string Note(Uri uri, string shown)
    {
        if (makeHosts.Contains(uri.Authority)) return string.Empty;
        var warnings = _warnings.Of(uri, shown);
        var warning = warnings.Count == 0 ? string.Empty : $": <strong>{WebUtility.HtmlEncode(string.Join(", ", warnings))}</strong>";
        return $"""<span class="{Class}" role="note"> {(IsLetter(uri) ? "writes to" : "opens")} {WebUtility.HtmlEncode(Target(uri))}{warning}</span>""";
    }

    private static string Target(Uri uri)
    {
        if (!IsLetter(uri)) return uri.Authority;
        // The first address is the path's; others may hide behind it.
        var address = uri.UserInfo.Length > 0 ? $"{uri.UserInfo}@{uri.IdnHost}" : "whom its sender chose";
        return uri.Query.Contains("to=", StringComparison.OrdinalIgnoreCase) || uri.Query.Contains("cc=", StringComparison.OrdinalIgnoreCase)
            ? $"{address} and others"
            : address;
    }

    private static bool IsLetter(Uri uri) => uri.Scheme == Uri.UriSchemeMailto;
}
