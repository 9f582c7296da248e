namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Actions</c>: how changes are sent to Make.</summary>
public sealed class ActionsOptions
{
    /// <summary>Most ids in one delete request. Make documents no limit (reference §6.4), so this stays well below any likely one.</summary>
    public int DeleteBatchSize { get; set; } = 500;
}
