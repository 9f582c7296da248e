namespace Dashboard.Web.Data;

/// <summary>The body of one deleted notification that had been read, sealed for its owner.</summary>
public sealed class BinBodyRecord
{
    public long BatchId { get; set; }

    public required string NotificationId { get; set; }

    public required byte[] Sealed { get; set; }
}
