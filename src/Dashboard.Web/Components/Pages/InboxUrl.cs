using Dashboard.Client;
using Dashboard.Web.Inbox;
using Dashboard.Web.Sharing;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Components.Pages;

/// <summary>The only place that writes the inbox's address: query, order, grouping and the notification open beside the list.</summary>
public static class InboxUrl
{
    /// <summary>The address of a view.</summary>
    /// <param name="query">What is shown, in which order and folded together by what.</param>
    /// <param name="open">The notification whose detail is open, if any.</param>
    public static string Of(InboxQuery query, NotificationKey? open = null) => QueryHelpers.AddQueryString("/", QueryAddress.Parameters(query).Concat(Opening(open)));

    /// <summary>Reads the <c>open</c> part of an address: zone domain and id; <see langword="null"/> where it is not one.</summary>
    public static (string Zone, NotificationId Id)? ReadOpen(string? open) =>
        open?.Split('/') is [{ Length: > 0 } zone, var digits] && NotificationId.TryParse(digits, null, out var id) ? (zone, id) : null;

    /// <summary>The address to share.</summary>
    public static string ToShare(string baseUri, NotificationKey key) => baseUri.TrimEnd('/') + SharedLinks.PathTo(key);

    /// <summary>The part of an address that <see cref="ReadOpen"/> reads.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Opening(NotificationKey? open) => open is { } key ? [new("open", $"{key.Zone}/{key.Id}")] : [];
}
