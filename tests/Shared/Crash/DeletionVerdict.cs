namespace Dashboard.Testing.Crash;

/// <summary>What is wrong with how a deletion was carried out, each with its reason; nothing, if all went well.</summary>
/// <param name="Lost">Accepted, and neither deleted nor undone nor shown as failed.</param>
/// <param name="Doubled">Sent again after Make had deleted it, or without a look that found it still there.</param>
/// <param name="Misreported">Deleted without having been accepted, or shown as what it is not.</param>
public sealed record DeletionVerdict(IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Misreported)
{
    public bool IsGood => Lost.Count + Doubled.Count + Misreported.Count == 0;

    public override string ToString() => $"lost {Lost.Count}, doubled {Doubled.Count}{(Misreported.Count > 0 ? $", misreported {Misreported.Count}" : "")}";
}
