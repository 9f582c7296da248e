namespace Dashboard.Sandbox.Api;

/// <summary>What a page of a list showed: all rows between two ids, save for read ones where those were left out.</summary>
/// <param name="Highest">The highest id.</param>
/// <param name="Lowest">The lowest id.</param>
/// <param name="UnreadOnly">Whether read ones were left out.</param>
public sealed record ListedRange(string Highest, string Lowest, bool UnreadOnly);
