namespace Dashboard.Web.Data;

/// <summary>A connection's credential, sealed for its owner and that connection alone.</summary>
public sealed class SealedCredentialRecord
{
    public Guid ConnectionId { get; set; }

    public required string Owner { get; set; }

    public required byte[] Ciphertext { get; set; }
}
