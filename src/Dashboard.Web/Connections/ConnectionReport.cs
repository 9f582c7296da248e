namespace Dashboard.Web.Connections;

/// <summary>How a connection fares, for its owner to read. What its organization's budget was used for counts everybody who shares it.</summary>
/// <param name="PerMinute">Requests per minute that Make allows the organization, as far as it is known.</param>
/// <param name="Left">How many of them are left this minute.</param>
/// <param name="PausedUntil">Make asked to wait until then; <see langword="null"/> when it did not.</param>
/// <param name="Sharing">How many connections here keep inboxes in step out of the same budget.</param>
/// <param name="ForLists">Requests of the last ten minutes that kept inboxes in step.</param>
/// <param name="ForMessages">Those for notifications that people opened.</param>
/// <param name="ForChanges">Those for changes, and for looking what became of them.</param>
/// <param name="ForChecks">Those that checked a connection.</param>
/// <param name="SucceededAt">When Make last gave what this connection asked; <see langword="null"/> when it has not since the portal started.</param>
/// <param name="FailedAt">When it last did not.</param>
/// <param name="Problem">Why, in words.</param>
public sealed record ConnectionReport(
    int PerMinute,
    int Left,
    DateTimeOffset? PausedUntil,
    int Sharing,
    int ForLists,
    int ForMessages,
    int ForChanges,
    int ForChecks,
    DateTimeOffset? SucceededAt,
    DateTimeOffset? FailedAt,
    string? Problem);
