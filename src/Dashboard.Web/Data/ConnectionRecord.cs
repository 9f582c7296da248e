namespace Dashboard.Web.Data;

/// <summary>A stored connection; its credential is stored apart, in <see cref="SealedCredentialRecord"/>.</summary>
public sealed class ConnectionRecord
{
    public Guid Id { get; set; }

    /// <summary>User key of the owner, <c>{tid}.{oid}</c>.</summary>
    public required string Owner { get; set; }

    /// <summary>Name of the configured environment.</summary>
    public required string Environment { get; set; }

    public required string Name { get; set; }

    /// <summary>Make's id of the account.</summary>
    public int AccountId { get; set; }

    public required string AccountName { get; set; }

    public required string AccountEmail { get; set; }

    /// <summary>Make's organization whose request limit applies; <see langword="null"/> while unknown.</summary>
    public int? OrganizationId { get; set; }

    /// <summary>That organization's limit; <see langword="null"/> while unknown.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <summary>Scopes the credential holds, as Make names them.</summary>
    public IList<string> Scopes { get; set; } = [];

    public IList<ZoneRecord> Zones { get; set; } = [];

    public DateTimeOffset ConnectedAt { get; set; }

    /// <summary>Name of the kind of credential.</summary>
    public required string Kind { get; set; }

    /// <summary>Name of the reason why it has to be connected again; <see langword="null"/> where it need not.</summary>
    public string? Reconnect { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? ReconnectSince { get; set; }
}
