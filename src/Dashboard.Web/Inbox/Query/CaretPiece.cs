namespace Dashboard.Web.Inbox.Query;

/// <summary>The piece of a half-typed text that the caret stands in, without the <c>-</c> before it.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, behind the caret or at it.</param>
/// <param name="Typed">What stands before the caret.</param>
internal readonly record struct CaretPiece(int Start, int End, string Typed)
{
    public static CaretPiece Of(string text, int caret)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var (start, closing) = (0, '\0');
        for (var i = 0; i < caret; i++)
        {
            if (closing != '\0')
            {
                if (text[i] == '\\')
                    i++;
                else if (text[i] == closing)
                    closing = '\0';
            }
            else if (QueryTokenizer.IsDelimiter(text[i]) || (text[i] == '-' && i == start))
            {
                start = i + 1;
            }
            else if (text[i] == '"' || (text[i] == '/' && i == start))
            {
                closing = text[i];
            }
        }

        return new CaretPiece(start, EndAfter(text, caret, closing), text[start..caret]);
    }

    private static int EndAfter(string text, int caret, char closing)
    {
        var rest = text.AsSpan(caret);
        // An even number of quotes behind the caret belong to phrases of their own.
        if (closing != '\0')
            return rest.Count(closing) % 2 == 1 ? caret + rest.IndexOf(closing) + 1 : caret;
        var end = caret;
        while (end < text.Length && !QueryTokenizer.IsDelimiter(text[end]))
            end++;
        return end;
    }
}
