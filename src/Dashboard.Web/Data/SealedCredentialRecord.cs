namespace Dashboard.Web.Data;

/// <summary>A connection's credential, sealed for its owner and that connection alone.</summary>
public sealed class SealedCredentialRecord
{
    public Guid ConnectionId { get; set; }

    public required string Owner { get; set; }

    public required byte[] Ciphertext { get; set; }

    /// <summary>Grows with each renewal: who renews on the strength of an older one is too late.</summary>
    public long Revision { get; set; }

    /// <summary>The process that renews it now; <see langword="null"/> where none does.</summary>
    public string? LeaseHolder { get; set; }

    /// <summary>From then on another process may renew it.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }
}
