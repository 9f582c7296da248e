namespace Dashboard.Web.Inbox;

/// <summary>Names a group by what its rows share, so that it is found again in every later snapshot.</summary>
/// <param name="Grouping">What was grouped by.</param>
/// <param name="Zone">Domain of the zone; <see langword="null"/> where zones are not told apart.</param>
/// <param name="Type">Make's type; <see langword="null"/> where types are not told apart.</param>
/// <param name="Name">
/// Subject of a failure, name of a scenario (empty for rows that name none) or day as <c>2026-11-01</c>; else <see langword="null"/>.
/// </param>
public readonly record struct GroupKey(InboxGrouping Grouping, string? Zone, int? Type, string? Name);
