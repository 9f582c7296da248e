using System.Collections.Immutable;
using Dashboard.Client;

namespace Dashboard.Web.Inbox.Query;

/// <summary>
/// What a person wants to see, as a tree. Combinations are flat (no "all" directly inside an "all", no double negation), so that two
/// trees that read alike are equal. <see cref="QueryText"/> turns it into text and back.
/// </summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>Holds for every row; its text is empty.</summary>
    public static Condition Everything { get; } = new All([]);

    /// <summary>The conditions that must all hold, as a person sees them one by one; empty for <see cref="Everything"/>.</summary>
    public ImmutableArray<Condition> Terms => this is All all ? all.Operands : [this];

    /// <summary>Whether rows come to match, or cease to, as time passes.</summary>
    public bool HasAge => this switch
    {
        Aged => true,
        Not not => not.Operand.HasAge,
        Combination combination => combination.Operands.Any(operand => operand.HasAge),
        _ => false,
    };

    /// <summary>Holds where every one of these does.</summary>
    public static Condition AllOf(params IEnumerable<Condition> conditions) =>
        conditions.SelectMany(condition => condition.Terms).Distinct().ToImmutableArray() is var terms && terms.Length == 1 ? terms[0] : new All(terms);

    /// <summary>Holds where at least one of these does.</summary>
    /// <exception cref="ArgumentException">There are none: nothing would hold.</exception>
    public static Condition AnyOf(params IEnumerable<Condition> conditions)
    {
        var terms = conditions.SelectMany(condition => condition is Any any ? any.Operands : [condition]).Distinct().ToImmutableArray();
        if (terms.IsEmpty)
            throw new ArgumentException("At least one condition is needed.", nameof(conditions));
        return terms.Contains(Everything) ? Everything : terms.Length == 1 ? terms[0] : new Any(terms);
    }

    /// <summary>Holds where this one does not.</summary>
    /// <exception cref="ArgumentException">The condition is <see cref="Everything"/>: nothing would hold.</exception>
    public static Condition Except(Condition condition) => condition switch
    {
        Not not => not.Operand,
        _ when condition == Everything => throw new ArgumentException("Nothing is left without everything.", nameof(condition)),
        _ => new Not(condition),
    };

    /// <summary>This condition with its top-level terms of one kind replaced by another; <see langword="null"/> takes them away.</summary>
    public Condition With<TCondition>(TCondition? term)
        where TCondition : Condition =>
        AllOf(Terms.Where(old => old is not TCondition).Concat(term is null ? [] : [term]));

    /// <summary>The canonical text.</summary>
    public sealed override string ToString() => QueryText.Print(this);

    /// <summary>Every one of the operands holds.</summary>
    public sealed record All : Combination
    {
        internal All(ImmutableArray<Condition> operands)
            : base(operands)
        {
        }
    }

    /// <summary>At least one of the operands holds.</summary>
    public sealed record Any : Combination
    {
        internal Any(ImmutableArray<Condition> operands)
            : base(operands)
        {
        }
    }

    /// <summary>The operand does not hold.</summary>
    public sealed record Not : Condition
    {
        internal Not(Condition operand) => Operand = operand;

        public Condition Operand { get; }
    }

    /// <summary>The subject contains a text, in upper or lower case.</summary>
    /// <param name="Text">At least one character.</param>
    public sealed record Contains(string Text) : Condition;

    /// <summary>A regular expression finds something in the subject, in upper or lower case.</summary>
    /// <param name="Pattern">The expression as it stands between the slashes: a slash inside it has a backslash before it.</param>
    public sealed record Matches(string Pattern) : Condition;

    /// <summary>The subject says that this scenario failed; the whole name, in upper or lower case.</summary>
    /// <param name="Name">The scenario's name.</param>
    public sealed record InScenario(string Name) : Condition;

    /// <summary>The row is of this zone.</summary>
    /// <param name="Zone">The zone's domain, the first label of it, or its name, in upper or lower case.</param>
    public sealed record InZone(string Zone) : Condition;

    /// <summary>The row is of this connection.</summary>
    /// <param name="Name">What the person calls it, in upper or lower case.</param>
    public sealed record InConnection(string Name) : Condition;

    /// <summary>The row is of this type.</summary>
    /// <param name="Type">Make's type; only 1 is documented.</param>
    public sealed record OfType(int Type) : Condition;

    /// <summary>The row is unread, or is read.</summary>
    /// <param name="Wanted"><see langword="true"/> for unread ones.</param>
    public sealed record Unread(bool Wanted) : Condition;

    /// <summary>The person is done with the row here, or is not; Make knows nothing of it.</summary>
    /// <param name="Wanted"><see langword="true"/> for done ones.</param>
    public sealed record Done(bool Wanted) : Condition;

    /// <summary>The row has this id.</summary>
    /// <param name="Id">Make's id.</param>
    public sealed record WithId(NotificationId Id) : Condition;

    /// <summary>The row was created before, on or after a day or minute of the reader's time zone.</summary>
    /// <param name="Comparison">How the time of the row stands to the date.</param>
    /// <param name="Date">A day or a minute.</param>
    public sealed record Created(Comparison Comparison, QueryDate Date) : Condition;

    /// <summary>The row was created in a span of days or minutes of the reader's time zone, both included.</summary>
    /// <param name="First">A day or a minute.</param>
    /// <param name="Last">A day or a minute, not before <paramref name="First"/>.</param>
    public sealed record CreatedBetween(QueryDate First, QueryDate Last) : Condition;

    /// <summary>The row was created less or more than a span of time ago.</summary>
    /// <param name="Comparison">How the age stands to the span; <see cref="Comparison.Equal"/> has no text.</param>
    /// <param name="Age">The span.</param>
    public sealed record Aged(Comparison Comparison, Age Age) : Condition;
}
