using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Dashboard.Web.Inbox.Query;

/// <summary>How pieces of text make a condition: OR binds weakest, then AND (which may be left out), then negation.</summary>
internal static class QueryGrammar
{
    public const string TermExpected = "a word or a filter like is:unread is expected";

    private static readonly TokenListParser<QueryToken, Condition> Group =
        from open in Token.EqualTo(QueryToken.Open)
        from inner in Parse.Ref(() => Query!)
        from close in Token.EqualTo(QueryToken.Close)
        select inner;

    private static readonly TokenListParser<QueryToken, Condition> Term =
        from negations in Token.EqualTo(QueryToken.Not).Many()
        from operand in Group.Or(Leaf)
        select negations.Length % 2 == 1 ? Condition.Except(operand) : operand;

    private static readonly TokenListParser<QueryToken, Condition> Conjunction =
        from first in Term
        from others in Token.EqualTo(QueryToken.And).Optional().IgnoreThen(Term).Many()
        select Condition.AllOf([first, .. others]);

    /// <summary>At least one term.</summary>
    public static readonly TokenListParser<QueryToken, Condition> Query =
        Conjunction.AtLeastOnceDelimitedBy(Token.EqualTo(QueryToken.Or)).Select(alternatives => Condition.AnyOf(alternatives));

    /// <summary>Whether a token is a condition by itself.</summary>
    public static bool IsLeaf(QueryToken token) => token is QueryToken.Word or QueryToken.Phrase or QueryToken.Pattern or QueryToken.Filter;

    private static TokenListParserResult<QueryToken, Condition> Leaf(TokenList<QueryToken> input)
    {
        if (input.ConsumeToken() is not { HasValue: true } token || !IsLeaf(token.Value.Kind))
            return TokenListParserResult.Empty<QueryToken, Condition>(input);
        var span = token.Value.Span;
        var condition = token.Value.Kind switch
        {
            QueryToken.Word => Result.Value<Condition>(new Condition.Contains(span.ToStringValue()), span, span.Skip(span.Length)),
            QueryToken.Phrase => Phrase(span),
            QueryToken.Pattern => Pattern(span),
            _ => Filter(span),
        };
        return condition.HasValue
            ? TokenListParserResult.Value(condition.Value, input, token.Remainder)
            : TokenListParserResult.Empty<QueryToken, Condition>(token.Remainder, condition.Remainder.Position, condition.ErrorMessage!);
    }

    private static Result<Condition> Phrase(TextSpan span) => QuotedText.Read(span.AsReadOnlySpan()) is { Length: > 0 } text
        ? Result.Value<Condition>(new Condition.Contains(text), span, span.Skip(span.Length))
        : Result.Empty<Condition>(span, "between the quotes a text is expected");

    private static Result<Condition> Pattern(TextSpan span)
    {
        var pattern = span.Slice(1, span.Length - 2).ToStringValue();
        return SubjectPattern.Problem(pattern) is var (offset, message)
            ? Result.Empty<Condition>(span.Skip(1 + offset), message)
            : Result.Value<Condition>(new Condition.Matches(pattern), span, span.Skip(span.Length));
    }

    private static Result<Condition> Filter(TextSpan span)
    {
        var name = QueryTokenizer.FilterName(span);
        if (FilterName.Find(name.Value.ToStringValue()) is not { } filter)
        {
            return Result.Empty<Condition>(span, $"there is no filter {name.Value.ToStringValue()}: – use {string.Join(", ",
                FilterName.All.Select(filter => $"{filter.Name}:"))} or put the text in quotes");
        }

        var value = filter.Value.AtEnd()(name.Remainder);
        return value.HasValue ? value : Result.Empty<Condition>(value.Remainder, value.ErrorMessage ?? $"after {filter.Name}: {filter.Expected} is expected");
    }
}
