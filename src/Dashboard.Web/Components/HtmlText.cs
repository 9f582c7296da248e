using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Dashboard.Web.Components;

/// <summary>Text for HTML that a component writes as one piece: the only way by which a stranger's words get into it.</summary>
internal static class HtmlText
{
    // Letters of all scripts stay as they are: written as numbers they would be up to eight times as long.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text, to stand between tags or in a quoted attribute.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}
