using Dashboard.Web.Data;

namespace Dashboard.Web.Connections;

/// <summary>One person's link to one Make environment. Holds no credential.</summary>
public sealed record Connection
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 60;

    public required Guid Id { get; init; }

    /// <summary>User key of the owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Name of the configured environment.</summary>
    public required string Environment { get; init; }

    /// <summary>What the person calls it; unique among theirs.</summary>
    public required string Name { get; init; }

    /// <summary>Make's id of the account; with the environment it names the account for good.</summary>
    public required int AccountId { get; init; }

    /// <summary>Whose account at Make it is.</summary>
    public required string AccountName { get; init; }

    public required string AccountEmail { get; init; }

    /// <summary>Organization whose request limit applies; <see langword="null"/> while unknown.</summary>
    public int? OrganizationId { get; init; }

    /// <summary>That organization's requests per minute; <see langword="null"/> while unknown.</summary>
    public int? RequestsPerMinute { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required IReadOnlyList<Zone> Zones { get; init; }

    public required DateTimeOffset ConnectedAt { get; init; }

    public ConnectionKind Kind { get; init; }

    /// <summary>Why nothing is asked of Make until the person connects again; <see langword="null"/> where all is well.</summary>
    public ReconnectReason? Reconnect { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? ReconnectSince { get; init; }

    /// <summary>The scopes the portal can use that this connection's credential lacks.</summary>
    public IEnumerable<MakeScope> MissingScopes => MakeScope.All.Where(scope => !Scopes.Contains(scope.Name));

    public bool Has(MakeScope scope) => Scopes.Contains(scope.Name);

    internal static Connection From(ConnectionRecord record) => new()
    {
        Id = record.Id,
        Owner = record.Owner,
        Environment = record.Environment,
        Name = record.Name,
        AccountId = record.AccountId,
        AccountName = record.AccountName,
        AccountEmail = record.AccountEmail,
        OrganizationId = record.OrganizationId,
        RequestsPerMinute = record.RequestsPerMinute,
        Scopes = [.. record.Scopes],
        Zones = [.. record.Zones.Select(zone => new Zone(zone.ImtZoneId, zone.Domain, zone.Name))],
        ConnectedAt = record.ConnectedAt,
        Kind = Enum.Parse<ConnectionKind>(record.Kind),
        Reconnect = record.Reconnect is { } reason ? Enum.Parse<ReconnectReason>(reason) : null,
        ReconnectSince = record.ReconnectSince,
    };

    internal ConnectionRecord ToRecord() => new()
    {
        Id = Id,
        Owner = Owner,
        Environment = Environment,
        Name = Name,
        AccountId = AccountId,
        AccountName = AccountName,
        AccountEmail = AccountEmail,
        OrganizationId = OrganizationId,
        RequestsPerMinute = RequestsPerMinute,
        Scopes = [.. Scopes],
        Zones = [.. Zones.Select(zone => new ZoneRecord { ImtZoneId = zone.ImtZoneId, Domain = zone.Domain, Name = zone.Name })],
        ConnectedAt = ConnectedAt,
        Kind = Kind.ToString(),
        Reconnect = Reconnect?.ToString(),
        ReconnectSince = ReconnectSince,
    };
}
