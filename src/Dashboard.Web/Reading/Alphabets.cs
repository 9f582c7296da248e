using System.Text;

namespace Dashboard.Web.Reading;

/// <summary>The alphabets of a host's letters. A label that mixes those with look-alike letters was made to be misread.</summary>
internal static class Alphabets
{
    /// <summary>The alphabets that one label of the host mixes, in words, or null where none does.</summary>
    /// <param name="host">The host as people read it, not in its ASCII form.</param>
    public static string? MixedIn(string host)
    {
        foreach (var label in host.Split('.'))
        {
            var found = label.EnumerateRunes().Select(Of).OfType<string>().Distinct().ToArray();
            if (found.Length > 1) return string.Join(" and ", found);
        }

        return null;
    }

    // The alphabets that share shapes with Latin. Japanese, for one, mixes its own with Latin letters honestly.
    private static string? Of(Rune letter) => letter.Value switch
    {
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= 0xC0 and <= 0x24F) or (>= 0x1E00 and <= 0x1EFF) => "Latin",
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => "Greek",
        >= 0x400 and <= 0x52F => "Cyrillic",
        >= 0x530 and <= 0x58F => "Armenian",
        >= 0x13A0 and <= 0x13FF => "Cherokee",
        _ => null,
    };
}
