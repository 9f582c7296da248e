using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Components.Pages;

/// <summary>The only place that writes the recycle bin's address: query, order and the notification open beside the list.</summary>
public static class BinUrl
{
    /// <summary>Everything in the bin.</summary>
    public const string Path = "/activity/bin";

    /// <summary>The address of a view.</summary>
    public static string Of(InboxQuery query, NotificationKey? open = null) =>
        QueryHelpers.AddQueryString(Path, QueryAddress.Parameters(query).Concat(InboxUrl.Opening(open)));
}
