using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Inbox;

/// <summary>The canonical form of a query in an address: short, readable, the same for queries that mean the same by their parts.</summary>
public static class QueryAddress
{
    /// <summary>The part of the address from its <c>?</c> on; empty for everything in its usual order.</summary>
    public static string Print(InboxQuery query) => QueryHelpers.AddQueryString("", Parameters(query));

    /// <summary>Reads what <see cref="Print"/> wrote, however long; parameters of other things are passed over.</summary>
    /// <param name="address">The part of an address from its <c>?</c> on.</param>
    /// <param name="problem">What can't be read, in words.</param>
    public static InboxQuery Parse(string? address, out string? problem)
    {
        var parameters = QueryHelpers.ParseQuery(address);
        return InboxQuery.Parse(parameters.GetValueOrDefault("q"), parameters.GetValueOrDefault("sort"), parameters.GetValueOrDefault("group"), out problem, int.MaxValue);
    }

    /// <summary>The same for people to read.</summary>
    public static string Describe(InboxQuery query)
    {
        List<string> words = [query.Text.Length == 0 ? "everything" : query.Text];
        if (query.SortText is { } sort)
            words.Add($"sorted by {sort}");
        if (query.GroupText is { } group)
            words.Add($"grouped by {group}");
        return string.Join(", ", words);
    }

    /// <summary>The parameters that say something; what is as usual is left out.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Parameters(InboxQuery query)
    {
        if (query.Text.Length > 0)
            yield return new("q", query.Text);
        if (query.SortText is { } sort)
            yield return new("sort", sort);
        if (query.GroupText is { } group)
            yield return new("group", group);
    }
}
