using System.Diagnostics.CodeAnalysis;
using Superpower;
using Superpower.Model;

namespace Dashboard.Web.Inbox.Query;

/// <summary>
/// The query language: a text to a tree and back. Words and <c>"phrases"</c> are looked for in the subject, <see cref="FilterName"/> has the
/// filters, <c>-</c> or <c>NOT</c> negates, <c>OR</c> is weaker than standing side by side, parentheses group, <c>/…/</c> is a regular
/// expression. Operators are upper case.
/// </summary>
public static class QueryText
{
    /// <summary>Characters of a query, where no setting allows more.</summary>
    public const int MaxLength = 1000;
    public const int MaxTerms = 100;
    public const int MaxNesting = 20;

    /// <summary>Reads a text; an empty one is <see cref="Condition.Everything"/>. Never throws.</summary>
    /// <param name="text">The text; <see langword="null"/> is empty.</param>
    /// <param name="condition">What it asks for.</param>
    /// <param name="error">Why it can't be read.</param>
    /// <param name="maxLength">Most characters; a longer text is not read at all.</param>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out Condition? condition, [NotNullWhen(false)] out QueryError? error, int maxLength = MaxLength)
    {
        text ??= "";
        (condition, error) = text.Length > maxLength
            ? (null, new QueryError(maxLength, text.Length - maxLength, $"a query may have {maxLength} characters: make it shorter"))
            : Parse(text);
        return condition is not null;
    }

    /// <summary>The one canonical text of a condition: <c>TryParse(Print(x))</c> gives <c>x</c>, and it is never longer than what was typed.</summary>
    public static string Print(Condition condition) => condition switch
    {
        Condition.All all => string.Join(' ', all.Operands.Select(operand => operand is Condition.Any ? $"({Print(operand)})" : Print(operand))),
        Condition.Any any => string.Join(" OR ", any.Operands.Select(Print)),
        Condition.Not { Operand: Combination combination } => $"-({Print(combination)})",
        Condition.Not not => "-" + Print(not.Operand),
        Condition.Contains contains => IsWord(contains.Text) ? contains.Text : QuotedText.Write(contains.Text),
        Condition.Matches matches => $"/{matches.Pattern}/",
        Condition.InScenario scenario => "scenario:" + Value(scenario.Name),
        Condition.InZone zone => "zone:" + Value(zone.Zone),
        Condition.InConnection connection => "connection:" + Value(connection.Name),
        Condition.OfType type => FormattableString.Invariant($"type:{type.Type}"),
        Condition.Unread unread => unread.Wanted ? "is:unread" : "is:read",
        Condition.Done done => done.Wanted ? "is:done" : "is:open",
        Condition.WithId id => $"id:{id.Id}",
        Condition.Created created => $"created:{created.Comparison.Sign()}{created.Date}",
        Condition.CreatedBetween between => $"created:{between.First}..{between.Last}",
        Condition.Aged aged => $"age:{aged.Comparison.Sign()}{aged.Age}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition.GetType(), "Not a condition that has a text."),
    };

    private static (Condition? Condition, QueryError? Error) Parse(string text)
    {
        var tokens = QueryTokenizer.Instance.TryTokenize(text);
        if (!tokens.HasValue)
            return (null, Error(text, tokens.ErrorPosition, text.Length, tokens.ErrorMessage!));
        if (Bounds(tokens.Value) is { } outOfBounds)
            return (null, outOfBounds);
        if (!tokens.Value.Any())
            return (Condition.Everything, null);
        var query = QueryGrammar.Query.AtEnd()(tokens.Value);
        if (query.HasValue)
            return (query.Value, null);
        var token = query.ErrorPosition is { HasValue: true, Absolute: var place } ? tokens.Value.LastOrDefault(token => token.Position.Absolute <= place) : default;
        return (null, Error(text, query.ErrorPosition, token.HasValue ? token.Position.Absolute + token.Span.Length : text.Length,
            query.ErrorMessage ?? Missing(tokens.Value, query.ErrorPosition)));
    }

    private static QueryError Error(string text, Position position, int end, string message)
    {
        var start = position.HasValue ? position.Absolute : text.Length;
        return new QueryError(start, Math.Max(0, end - start), message);
    }

    /// <summary>Parentheses match by now, so that what is missing is always a term.</summary>
    private static string Missing(TokenList<QueryToken> tokens, Position position)
    {
        var before = tokens.LastOrDefault(token => !position.HasValue || token.Position.Absolute < position.Absolute);
        return before.HasValue
            ? $"after {before.ToStringValue()} {QueryGrammar.TermExpected}"
            : $"before {tokens.First().ToStringValue()} {QueryGrammar.TermExpected}";
    }

    private static QueryError? Bounds(TokenList<QueryToken> tokens)
    {
        var (open, terms) = (new Stack<int>(), 0);
        foreach (var token in tokens)
        {
            var (position, length) = (token.Position.Absolute, token.Span.Length);
            if (token.Kind == QueryToken.Open && open.Count == MaxNesting)
                return new QueryError(position, length, $"parentheses may stand {MaxNesting} deep: use fewer");
            if (token.Kind == QueryToken.Open)
                open.Push(position);
            if (token.Kind == QueryToken.Close && !open.TryPop(out _))
                return new QueryError(position, length, "this ) has no ( before it: add one or take it out");
            if (QueryGrammar.IsLeaf(token.Kind) && ++terms > MaxTerms)
                return new QueryError(position, length, $"a query may have {MaxTerms} terms: use fewer");
        }

        return open.TryPop(out var unclosed) ? new QueryError(unclosed, 1, "this ( is never closed: add a )") : null;
    }

    private static string Value(string text) =>
        text.Length > 0 && text[0] != '"' && !text.Any(character => QueryTokenizer.IsDelimiter(character) || character == '"') ? text : QuotedText.Write(text);

    private static bool IsWord(string text) =>
        text[0] is not ('-' or '/') && Value(text) == text && text is not ("AND" or "OR" or "NOT") && !QueryTokenizer.FilterName(new TextSpan(text)).HasValue;
}
