using System.Globalization;
using Dashboard.Web.Components.Pages;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using static Dashboard.Web.Components.HtmlText;

namespace Dashboard.Web.Components.Zones;

/// <summary>The zones with Make's own unread counts; each entry is a link to its view.</summary>
public sealed partial class ZoneList : ComponentBase
{
    [Parameter, EditorRequired]
    public required InboxSnapshot Snapshot { get; set; }

    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    private string LinkToAll => InboxUrl.Of(Query.WithZone(null).WithConnection(null));

    private bool HasSeveralConnections => Snapshot.Parts.Any(other => other.Connection.Id != Snapshot.Parts[0].Connection.Id);

    private string LinkTo(ZonePart part) => InboxUrl.Of(Query.WithZone(part.Zone.Domain).WithConnection(HasSeveralConnections ? part.Connection.Name : null));

    private bool IsChosen(ZonePart part) => Query.Zone is not null && Query.Admits(part);

    // One piece of HTML: element by element an entry is three times as many frames, which the server keeps twice for every open page.
    private MarkupString EntryOf(ZonePart part)
    {
        var connection = HasSeveralConnections ? $"<span class=of>{Encode(part.Connection.Name)}</span>" : "";
        var count = part.State switch
        {
            { Phase: ZonePhase.Unreadable } => "no access",
            { Unread: { } unread } => $"{Encode(Number(unread))}<span class=visually-hidden> unread</span>",
            _ => "…",
        };
        return new($"<span class=name>{Encode(part.Zone.Name)}</span>{connection}<span class=count>{count}</span>");
    }

    private static string Explain(ZonePart part) => part.State.Problem is { } problem
        ? $"{part.Zone.Domain}: {problem}"
        : $"{part.Zone.Domain}: {Number(part.State.Rows)} notifications here";

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
