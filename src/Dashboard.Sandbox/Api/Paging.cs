using System.Text.Json.Serialization;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Sandbox.Api;

/// <summary>The <c>pg</c> object of a list, as asked and as answered (make-api §5).</summary>
internal sealed record Paging(string SortBy, int Limit, string SortDir, int Offset)
{
    public const string Ascending = "asc";

    private const string Descending = "desc";

    /// <summary>The limit of the published sample.</summary>
    public const int DefaultLimit = 10_000;

    /// <summary>The page without any parameter.</summary>
    [JsonIgnore]
    public static Paging Default { get; } = new("id", DefaultLimit, Descending, 0);

    public static Paging Of(ApiCall call, UndocumentedOptions undocumented)
    {
        var limit = call.Number("pg[limit]", 1) ?? Math.Min(DefaultLimit, undocumented.MaximumLimit);
        if (limit > undocumented.MaximumLimit && undocumented.LimitAboveMaximum == LimitAboveMaximum.BadRequest)
            throw ApiRefusal.BadParameter($"Invalid value of parameter 'pg[limit]': at most {undocumented.MaximumLimit}.");
        var offset = call.Number("pg[offset]", 0) ?? 0;
        return new(
            Choose(call, "pg[sortBy]", undocumented, "id"),
            Math.Min(limit, undocumented.MaximumLimit),
            Choose(call, "pg[sortDir]", undocumented, Descending, Ascending),
            offset);
    }

    private static string Choose(ApiCall call, string name, UndocumentedOptions undocumented, params ReadOnlySpan<string> allowed)
    {
        var value = call.Query(name) ?? allowed[0];
        if (allowed.Contains(value))
            return value;
        return undocumented.BadSort == BadSort.Ignored ? allowed[0] : throw ApiRefusal.BadParameter($"Invalid value of parameter '{name}'.");
    }
}
