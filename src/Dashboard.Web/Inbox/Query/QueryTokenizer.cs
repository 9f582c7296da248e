using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Cuts a query's text into pieces.</summary>
internal sealed class QueryTokenizer : Tokenizer<QueryToken>
{
    public static readonly QueryTokenizer Instance = new();

    /// <summary>Letters and a colon: how a filter begins.</summary>
    public static readonly TextParser<TextSpan> FilterName =
        Span.WithAll(char.IsAsciiLetter).Then(name => Character.EqualTo(':').Value(name)).Try();

    private static readonly TextParser<TextSpan> Run = Span.WithoutAny(character => IsDelimiter(character) || character == '"');

    /// <summary>Whether a piece ends before this character.</summary>
    public static bool IsDelimiter(char character) => char.IsWhiteSpace(character) || character is '(' or ')';

    protected override IEnumerable<Result<QueryToken>> Tokenize(TextSpan span)
    {
        for (var next = SkipWhiteSpace(span); next.HasValue;)
        {
            var token = Next(next.Location, next.Value);
            yield return token;
            next = SkipWhiteSpace(token.Remainder);
        }
    }

    private static Result<QueryToken> Next(TextSpan input, char first) => first switch
    {
        '(' => Result.Value(QueryToken.Open, input, input.Skip(1)),
        ')' => Result.Value(QueryToken.Close, input, input.Skip(1)),
        '-' when input.Length == 1 || char.IsWhiteSpace(input[1]) =>
            Result.Empty<QueryToken>(input, "put - directly before what is not wanted, or in quotes to find it as text"),
        '-' => Result.Value(QueryToken.Not, input, input.Skip(1)),
        '"' => Delimited(input, QueryToken.Phrase, "the quotes are never closed: add a \" at the end"),
        '/' => Delimited(input, QueryToken.Pattern, "the expression is never closed: add a / at its end, or use quotes to find a / as text"),
        _ when FilterName(input) is { HasValue: true } name => Filter(input, name.Remainder),
        _ => Word(input),
    };

    private static Result<QueryToken> Filter(TextSpan input, TextSpan value)
    {
        if (!value.IsAtEnd && value[0] == '"')
        {
            var quoted = Delimited(value, QueryToken.Filter, "the quotes are never closed: add a \" at the end");
            return quoted.HasValue ? Result.Value(QueryToken.Filter, input, quoted.Remainder) : quoted;
        }

        return UpToDelimiter(QueryToken.Filter, input, Run(value) is { HasValue: true } run ? run.Remainder : value);
    }

    private static Result<QueryToken> Word(TextSpan input)
    {
        var end = Run(input).Remainder;
        return UpToDelimiter(input.Until(end).ToStringValue() switch
        {
            "AND" => QueryToken.And,
            "OR" => QueryToken.Or,
            "NOT" => QueryToken.Not,
            _ => QueryToken.Word,
        }, input, end);
    }

    /// <summary>A piece that ends with the character it begins with; a backslash keeps the next character from ending it.</summary>
    private static Result<QueryToken> Delimited(TextSpan input, QueryToken kind, string unclosed)
    {
        var characters = input.AsReadOnlySpan();
        for (var end = 1; end < characters.Length; end++)
        {
            if (characters[end] == '\\')
                end++;
            else if (characters[end] == characters[0])
                return UpToDelimiter(kind, input, input.Skip(end + 1));
        }

        return Result.Empty<QueryToken>(input, unclosed);
    }

    private static Result<QueryToken> UpToDelimiter(QueryToken kind, TextSpan input, TextSpan end) =>
        end.IsAtEnd || IsDelimiter(end[0])
            ? Result.Value(kind, input, end)
            : Result.Empty<QueryToken>(end, $"a space is expected after {input.Until(end).ToStringValue()}");
}
