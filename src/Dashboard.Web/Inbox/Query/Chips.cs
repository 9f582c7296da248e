namespace Dashboard.Web.Inbox.Query;

/// <summary>A query as chips, one for each term; text and chips are two faces of one condition.</summary>
public static class Chips
{
    /// <summary>A chip for each of <see cref="Condition.Terms"/>, in that order.</summary>
    public static IReadOnlyList<Chip> Of(Condition condition) => [.. condition.Terms.Select(term => new Chip(term.ToString(), Label(term)))];

    /// <summary>The condition without one of its chips.</summary>
    /// <param name="condition">What the chips were made of.</param>
    /// <param name="chip">The number of the chip, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chip.</exception>
    public static Condition Without(Condition condition, int chip) => Condition.AllOf(condition.Terms.RemoveAt(chip));

    /// <summary>A condition in words.</summary>
    public static string Label(Condition condition) => condition switch
    {
        Condition.All all => string.Join(" and ", all.Operands.Select(Part)),
        Condition.Any any => string.Join(" or ", any.Operands.Select(Part)),
        Condition.Not not => "not " + Part(not.Operand),
        Condition.Contains contains => $"“{contains.Text}”",
        Condition.Matches matches => $"matches {matches}",
        Condition.InScenario scenario => $"scenario {scenario.Name}",
        Condition.InZone zone => $"zone {zone.Zone}",
        Condition.InConnection connection => $"connection {connection.Name}",
        Condition.OfType type => FormattableString.Invariant($"type {type.Type}"),
        Condition.Unread unread => unread.Wanted ? "unread" : "read",
        Condition.Done done => done.Wanted ? "done here" : "open here",
        Condition.WithId id => $"id {id.Id}",
        Condition.Created created => created.Comparison switch
        {
            Comparison.Less => $"created before {created.Date}",
            Comparison.AtMost => $"created until {created.Date}",
            Comparison.AtLeast => $"created since {created.Date}",
            Comparison.Greater => $"created after {created.Date}",
            _ => $"created on {created.Date}",
        },
        Condition.CreatedBetween between => $"created {between.First} to {between.Last}",
        Condition.Aged aged => $"{(aged.Comparison is Comparison.Less or Comparison.AtMost ? "newer" : "older")} than {Words(aged.Age)}",
        _ => condition.ToString(),
    };

    private static string Part(Condition condition) => condition is Combination ? $"({Label(condition)})" : Label(condition);

    private static string Words(Age age)
    {
        var unit = age.Unit.ToString().ToLowerInvariant();
        return FormattableString.Invariant($"{age.Amount} {(age.Amount == 1 ? unit[..^1] : unit)}");
    }
}
