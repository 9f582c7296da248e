using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Reading;

/// <summary>Says in words where a link's host is not what a reader takes it for. It warns; it never removes a link.</summary>
/// <param name="makeHosts">The viewer's own Make hosts, as <see cref="ReadingRoom.ReadAsync"/> takes them.</param>
internal sealed partial class LinkWarnings(IReadOnlySet<string> makeHosts)
{
    // A link's text is examined no further; whoever hides an address behind this much text shows it to nobody.
    private const int MostText = 2_000;

    // Endings a person knows as an address's even without https:// before it. Short on purpose: "Node.js" is none.
    private static readonly string[] KnownEndings = [".com", ".net", ".org", ".example"];

    private readonly LookAlikes _lookAlikes = new(makeHosts);

    /// <summary>The warnings about a link, worst first; none where its host is what it says.</summary>
    /// <param name="uri">Where it leads, as <see cref="SafeLink.Parse"/> gives it.</param>
    /// <param name="shown">The link's text.</param>
    public IReadOnlyList<string> Of(Uri uri, string shown)
    {
        var host = uri.IdnHost.TrimEnd('.');
        var read = Unicode(host);
        var warnings = new List<string>();
        if (_lookAlikes.ImitatedBy(read) is { } name) warnings.Add($"looks like {name} but is not");
        if (OtherHostIn(shown, host) is { } other) warnings.Add($"its text says {other}");
        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6) warnings.Add("a number instead of a name");
        if (Alphabets.MixedIn(read) is { } mixed) warnings.Add($"mixes {mixed} letters");
        else if (host.Contains("xn--", StringComparison.Ordinal)) warnings.Add("has letters beyond a to z");
        return warnings;
    }

    // An address in a link's text that is neither the host it opens nor above or below it.
    private string? OtherHostIn(string shown, string host)
    {
        var text = AsSeen(shown.Length > MostText ? shown[..MostText] : shown);
        foreach (var address in Address().EnumerateMatches(text))
        {
            var written = text.AsSpan(address.Index, address.Length);
            // The host of an e-mail address says who reads letters, not what opens.
            if (address.Index > 0 && text[address.Index - 1] == '@') continue;
            var isFull = written.Contains("://", StringComparison.Ordinal);
            var name = (isFull ? written[(written.IndexOf("://", StringComparison.Ordinal) + 3)..] : written).ToString();
            if (isFull || IsTakenForAddress(name, text)) name = Encoded(name);
            else continue;
            if (!IsOneWithin(name, host) && !IsOneWithin(host, name)) return name;
        }

        return null;
    }

    // An eye sees neither letters without a shape (a joiner, a soft hyphen) nor that a letter or a dot is a wide one or one of another script.
    private static string AsSeen(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var shapes = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(letter) is not UnicodeCategory.Format) shapes.Append(letter.ToString());
        }

        // Some letters become many.
        var seen = shapes.ToString().Normalize(NormalizationForm.FormKC).Replace('\u3002', '.');
        return seen.Length > MostText ? seen[..MostText] : seen;
    }

    private bool IsTakenForAddress(string name, string text) =>
        name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || _lookAlikes.IsOrImitates(name.ToLowerInvariant())
        || (name.Length == text.Trim().Length && !name.Any(char.IsUpper)
            && Array.Exists(KnownEndings, ending => name.EndsWith(ending, StringComparison.Ordinal)));

    private static bool IsOneWithin(string inner, string outer)
    {
        inner = inner.StartsWith("www.", StringComparison.Ordinal) ? inner[4..] : inner;
        outer = outer.StartsWith("www.", StringComparison.Ordinal) ? outer[4..] : outer;
        return inner == outer || inner.EndsWith($".{outer}", StringComparison.Ordinal);
    }

    private static string Unicode(string host)
    {
        try
        {
            return new IdnMapping().GetUnicode(host);
        }
        catch (ArgumentException)
        {
            // No browser reads it as letters either.
            return host;
        }
    }

    private static string Encoded(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return host.ToLowerInvariant();
        }
    }

    [GeneratedRegex(@"(?:https?://)?[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*(?:\.[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*)*\.[\p{L}-]{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
