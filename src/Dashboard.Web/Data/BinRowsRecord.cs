namespace Dashboard.Web.Data;

/// <summary>The rows of a batch of deletions as the list had them, sealed for their owner.</summary>
public sealed class BinRowsRecord
{
    public long BatchId { get; set; }

    public required string Owner { get; set; }

    public DateTimeOffset KeptAt { get; set; }

    public required byte[] Sealed { get; set; }
}
