namespace Dashboard.Client;

/// <summary>What to list: the query of <c>GET /notifications</c>. What is null is left out, and Make's default applies.</summary>
public sealed record ListNotifications
{
    /// <summary>The zone, from <see cref="MakeClient.ListZonesAsync"/>. Needed on Make's public cloud; other platforms ignore it.</summary>
    public int? ImtZoneId { get; init; }

    /// <summary>The most rows to give, 1 or more. Make publishes neither a maximum nor a default; its sample shows 10,000.</summary>
    public int? Limit { get; init; }

    /// <summary>How many rows to skip, 0 or more. Rows shift while notifications arrive, so pages must be joined by id.</summary>
    public int? Offset { get; init; }

    /// <summary>True lists only the unread ones.</summary>
    public bool? UnreadOnly { get; init; }
}
