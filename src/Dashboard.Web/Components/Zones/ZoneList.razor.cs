using System.Globalization;
using Dashboard.Web.Components.Pages;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Zones;

/// <summary>The zones with Make's own unread counts; each entry is a link to its view.</summary>
public sealed partial class ZoneList : ComponentBase
{
    [Parameter, EditorRequired]
    public required InboxSnapshot Snapshot { get; set; }

    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    private string LinkTo(string? zone) => InboxUrl.Of(Query.WithZone(zone));

    private bool IsChosen(ZonePart part) => Query.Zone is not null && Query.Admits(part);

    private static string Explain(ZonePart part) => part.State.Problem is { } problem
        ? $"{part.Zone.Domain}: {problem}"
        : $"{part.Zone.Domain}: {Number(part.State.Rows)} notifications here";

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
