namespace Dashboard.Testing.Crash;

/// <summary>What the portal says became of a deletion.</summary>
/// <param name="IsUndone">It was taken back.</param>
/// <param name="Changed">Said to be deleted.</param>
/// <param name="Kept">Said to be still there, with a reason.</param>
public sealed record DeletionReceipt(bool IsUndone, IReadOnlySet<ZonedId> Changed, IReadOnlySet<ZonedId> Kept)
{
    /// <summary>There is no such action.</summary>
    public static DeletionReceipt None { get; } = new(false, new HashSet<ZonedId>(), new HashSet<ZonedId>());
}
