namespace Dashboard.Client;

/// <summary>The paging Make applied to a list (<c>pg</c>).</summary>
/// <param name="SortBy">The field the list is sorted by; notifications only by <c>id</c>.</param>
/// <param name="Limit">The most rows a page holds; the published sample shows 10,000.</param>
/// <param name="SortDir"><c>asc</c> or <c>desc</c>.</param>
/// <param name="Offset">How many rows were skipped.</param>
public sealed record Paging(string? SortBy = null, int? Limit = null, string? SortDir = null, int? Offset = null);
