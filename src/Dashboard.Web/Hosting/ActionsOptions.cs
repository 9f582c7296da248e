namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Actions</c>: how changes are sent to Make, and what is kept of them.</summary>
public sealed class ActionsOptions
{
    /// <summary>How long a change waits, so that it can be taken back, before anything is asked of Make.</summary>
    public TimeSpan UndoWindow { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a process that has died keeps others from carrying on what it was at. One that stands still for longer loses it to another.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Most ids in one delete request. Make documents no limit (reference §6.4), so this stays well below any likely one.</summary>
    public int DeleteBatchSize { get; set; } = 500;

    /// <summary>Days that a sealed copy of a deleted notification is kept; 0 keeps none.</summary>
    public int RecycleBinDays { get; set; } = 30;

    /// <summary>Days that the receipt of an action is kept.</summary>
    public int ActivityDays { get; set; } = 90;
}
