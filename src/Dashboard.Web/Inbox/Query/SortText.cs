using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Web.Inbox.Query;

/// <summary>An order of rows as text: columns by name, <c>-</c> for descending, the first one deciding first: <c>-created,subject</c>.</summary>
public static class SortText
{
    private static readonly InboxColumn[] Columns = Enum.GetValues<InboxColumn>();

    /// <summary>Reads an order; an empty text is an empty order. Never throws.</summary>
    /// <param name="text">The text; <see langword="null"/> is empty.</param>
    /// <param name="sorts">The order, no column twice.</param>
    /// <param name="error">Why it can't be read.</param>
    public static bool TryParse(string? text, out ImmutableArray<InboxSort> sorts, [NotNullWhen(false)] out QueryError? error)
    {
        (sorts, error) = ([], null);
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var (read, position) = (ImmutableArray.CreateBuilder<InboxSort>(), 0);
        // One more than there are columns is enough to find a column named twice, however long the text.
        foreach (var part in text.Split(',', Columns.Length + 2))
        {
            var name = part.Trim().TrimStart('-');
            if (Columns.Where(column => NameOf(column).Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray() is not [var column] || part.Trim().Length - name.Length > 1)
                error = new QueryError(position, part.Length, $"a column is expected, with - before it for descending: {string.Join(", ", Columns.Select(NameOf))}");
            else if (read.Any(sort => sort.Column == column))
                error = new QueryError(position, part.Length, $"{NameOf(column)} stands here twice: take one out");
            else
                read.Add(new InboxSort(column, part.TrimStart().StartsWith('-')));
            if (error is not null)
                return false;
            position += part.Length + 1;
        }

        sorts = read.DrainToImmutable();
        return true;
    }

    /// <summary>The one canonical text of an order; empty for an empty one.</summary>
    public static string Print(params IEnumerable<InboxSort> sorts) =>
        string.Join(',', sorts.Select(sort => (sort.Descending ? "-" : "") + NameOf(sort.Column)));

    private static string NameOf(InboxColumn column) => column.ToString().ToLowerInvariant();
}
