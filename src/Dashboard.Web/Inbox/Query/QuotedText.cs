using System.Text;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Text between quotes. A backslash is written before a quote, and before a backslash where it would be misread.</summary>
internal static class QuotedText
{
    /// <summary>The text that quoted text stands for.</summary>
    public static string Read(ReadOnlySpan<char> quoted)
    {
        var inner = quoted[1..^1];
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\' && i + 1 < inner.Length && inner[i + 1] is '\\' or '"')
                i++;
            text.Append(inner[i]);
        }

        return text.ToString();
    }

    /// <summary>The shortest quoted text that stands for a text.</summary>
    public static string Write(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' || (text[i] == '\\' && (i + 1 == text.Length || text[i + 1] is '\\' or '"')))
                quoted.Append('\\');
            quoted.Append(text[i]);
        }

        return quoted.Append('"').ToString();
    }
}
