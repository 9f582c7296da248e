using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Api;

/// <summary>Where a page of a list ended, as text: the key of its last row.</summary>
internal static class RowCursor
{
    /// <summary>The parameter that carries it.</summary>
    public const string Name = "after";

    public static string Of(NotificationKey key) => $"{key.ConnectionId:N}-{key.Id}-{key.Zone}";

    /// <summary>Reads a cursor.</summary>
    /// <param name="text">The text; none for the first page.</param>
    /// <param name="key">The row; <see langword="null"/> for the first page.</param>
    /// <returns>Why it can't be read, in words; <see langword="null"/> where it can.</returns>
    public static string? Parse(string? text, out NotificationKey? key)
    {
        key = null;
        if (text is null)
            return null;
        if (text.Split('-', 3) is not [var connection, var id, { Length: > 0 } zone] || !Guid.TryParseExact(connection, "N", out var guid) || !NotificationId.TryParse(id, out var number))
            return "after has to be what the page before gave in next.";
        key = new NotificationKey(guid, zone, number);
        return null;
    }
}
