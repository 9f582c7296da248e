using System.Globalization;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Completes a query while it is typed, from the language and the data.</summary>
public static class Completion
{
    public const int MaxSuggestions = 10;

    /// <summary>What could stand at the caret: what begins with the typed text first, then what has it inside, the most frequent first.</summary>
    /// <param name="text">What is typed so far; it need not be a query yet.</param>
    /// <param name="caret">Characters before the caret.</param>
    /// <param name="vocabulary">The values of the data.</param>
    public static IReadOnlyList<Suggestion> For(string text, int caret, Vocabulary vocabulary)
    {
        var piece = CaretPiece.Of(text, caret);
        if (piece.Typed is ['"' or '/', ..])
            return [];
        var colon = piece.Typed.IndexOf(':', StringComparison.Ordinal);
        var candidates = colon < 0
            ? Names().Concat(piece.Typed.Length == 0 ? [] : FilterName.All.SelectMany(filter => Values(filter.Name, vocabulary)))
            : Values(FilterName.Find(piece.Typed[..colon])?.Name, vocabulary);
        var typed = piece.Typed[(colon + 1)..].TrimStart('"');
        return
        [
            .. candidates
                .Select(candidate => (Candidate: candidate, Rank: candidate.Rank(typed)))
                .Where(ranked => ranked.Rank is not null)
                .OrderBy(ranked => ranked.Rank)
                .ThenByDescending(ranked => ranked.Candidate.Count ?? int.MaxValue)
                .Take(MaxSuggestions)
                .Select(ranked => new Suggestion(ranked.Candidate.Insert, ranked.Candidate.Label, ranked.Candidate.Count, piece.Start, piece.End - piece.Start)),
        ];
    }

    private static IEnumerable<Candidate> Names() => FilterName.All.Select(filter => new Candidate(filter.Name + ":", filter.Purpose, null, filter.Name));

    private static IEnumerable<Candidate> Values(string? filter, Vocabulary vocabulary) => filter switch
    {
        "is" =>
        [
            Value(new Condition.Unread(true), "unread"),
            Value(new Condition.Unread(false), "read"),
            Value(new Condition.Done(true), "done in the portal"),
            Value(new Condition.Done(false), "open in the portal"),
        ],
        "zone" => vocabulary.Zones.Select(zone => Value(new Condition.InZone(zone.Value), zone, zone.Value)),
        "connection" => vocabulary.Connections.Select(connection => Value(new Condition.InConnection(connection.Value), connection, connection.Value)),
        "scenario" => vocabulary.Scenarios.Select(scenario => Value(new Condition.InScenario(scenario.Value), scenario, scenario.Value)),
        "type" => vocabulary.Types.SelectMany(type => int.TryParse(type.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? [Value(new Condition.OfType(number), type, type.Value)]
            : Array.Empty<Candidate>()),
        "created" => Days(vocabulary.Today),
        "age" =>
        [
            Value(new Condition.Aged(Comparison.Less, new Age(1, AgeUnit.Hours)), "the last hour"),
            Value(new Condition.Aged(Comparison.Less, new Age(1, AgeUnit.Days)), "the last 24 hours"),
            Value(new Condition.Aged(Comparison.Less, new Age(1, AgeUnit.Weeks)), "the last 7 days"),
        ],
        _ => [],
    };

    private static Candidate[] Days(DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return
        [
            Value(new Condition.Created(Comparison.Equal, new QueryDate(today)), "today"),
            Value(new Condition.Created(Comparison.Equal, new QueryDate(today.AddDays(-1))), "yesterday"),
            Value(new Condition.Created(Comparison.AtLeast, new QueryDate(monday)), "this week"),
            Value(new Condition.Created(Comparison.AtLeast, new QueryDate(new DateOnly(today.Year, today.Month, 1))), "this month"),
        ];
    }

    private static Candidate Value(Condition condition, string label)
    {
        var insert = condition.ToString();
        return new Candidate(insert, label, null, insert[(insert.IndexOf(':', StringComparison.Ordinal) + 1)..], label);
    }

    private static Candidate Value(Condition condition, VocabularyTerm term, string value) =>
        new(condition.ToString(), term.Label, term.Count, value, term.Label);

    /// <summary>A possible suggestion and the texts that lead to it.</summary>
    private sealed record Candidate(string Insert, string Label, int? Count, params string[] Keys)
    {
        /// <summary>0 where a key begins with the text, 1 where one has it inside, <see langword="null"/> where none does.</summary>
        public int? Rank(string typed)
        {
            if (Keys.Any(key => key.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
                return 0;
            return Keys.Any(key => key.Contains(typed, StringComparison.OrdinalIgnoreCase)) ? 1 : null;
        }
    }
}
