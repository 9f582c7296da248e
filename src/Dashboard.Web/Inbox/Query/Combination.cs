using System.Collections.Immutable;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Several conditions taken together.</summary>
public abstract record Combination : Condition
{
    private protected Combination(ImmutableArray<Condition> operands) => Operands = operands;

    /// <summary>The conditions, in the order they were typed; none twice.</summary>
    public ImmutableArray<Condition> Operands { get; }

    /// <inheritdoc />
    public virtual bool Equals(Combination? other) =>
        other is not null && EqualityContract == other.EqualityContract && Operands.SequenceEqual(other.Operands);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(EqualityContract);
        foreach (var operand in Operands)
            hash.Add(operand);
        return hash.ToHashCode();
    }
}
