using System.Globalization;
using System.Text;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using static Dashboard.Web.Components.HtmlText;

namespace Dashboard.Web.Components.Grid;

/// <summary>
/// What stands in a line, as one piece of HTML. Drawn element by element each row would be fifty frames, and the server keeps all frames twice.
/// The texts are strangers': none gets into the HTML but by <see cref="Encode(string)"/>.
/// </summary>
public sealed partial class NotificationGrid
{
    private MarkupString CellsOf(InboxRow row)
    {
        var html = new StringBuilder();
        foreach (var (index, column) in Look.Shown.Index())
            html.Append(CultureInfo.InvariantCulture, $"<div role=gridcell class={column.Style} aria-colindex={index + 2}>{ContentOf(column.Sort, row)}</div>");
        return new MarkupString(html.ToString());
    }

    private string ContentOf(InboxColumn column, InboxRow row) => column switch
    {
        InboxColumn.Read => row.IsUnread ? "<span>Unread</span>" : "<span>Read</span>",
        InboxColumn.Subject => MarkOf(row.Key) + (row.IsDone ? "<span class=done>Done</span>" : "") + Encode(row.Subject.Length == 0 ? "(no subject)" : row.Subject),
        InboxColumn.Zone => Encode(ZoneName(row.Key.Zone)),
        InboxColumn.Type => row.Type.ToString(CultureInfo.InvariantCulture),
        InboxColumn.Created => $"<time datetime={MachineTime(row.Created)}>{Encode(RelativeTime.Words(row.Created, _now, TimeZone))}</time>",
        InboxColumn.Id => row.Key.Id.ToString(),
        _ => "",
    };

    private string MarkOf(NotificationKey key) =>
        Marks.TryGetValue(key, out var mark) ? $"""<strong class=mark title="{Encode(mark)}">{Encode(Mark ?? mark)}</strong>""" : "";

    private MarkupString CellsOf(InboxGroup group)
    {
        var bars = View.Groups!.Bars(View.Groups.IndexAt(group.First), Span, _now, TimeZone);
        return new MarkupString(string.Create(CultureInfo.InvariantCulture, $"""
            <div role=gridcell class=title>{Encode(TitleOf(group))}</div>
            <div role=gridcell class=count>{Encode(Number(group.Count))}</div>
            <div role=gridcell class=new>{(group.Unread > 0 ? $"{Encode(Number(group.Unread))} unread" : "all read")}</div>
            <div role=gridcell class=place>{Encode(SharedBy(group))}</div>
            <div role=gridcell class=bars><svg role=img viewBox="0 0 {bars.Length} {GroupBars.Height}" preserveAspectRatio=none aria-label="{Encode(GroupBars.Words(bars, Span))}"><path d="{GroupBars.Path(bars)}"/></svg></div>
            <div role=gridcell class=seen><span class=visually-hidden>seen </span>{Encode(Seen(group))}</div>
            """));
    }

    private static string TitleOf(InboxGroup group) => group.Title.Length > 0 ? group.Title : group.Key.Grouping switch
    {
        InboxGrouping.Failure => "(no subject)",
        InboxGrouping.Scenario => "(no scenario named)",
        _ => "(unnamed)",
    };

    private string Seen(InboxGroup group) => (RelativeTime.Words(group.FirstSeen, _now, TimeZone), RelativeTime.Words(group.LastSeen, _now, TimeZone)) switch
    {
        var (first, last) when first == last => last,
        var (first, last) => $"{first} – {last}",
    };

    private string SharedBy(InboxGroup group) => (group.Zone, group.Type) switch
    {
        ({ } zone, { } type) => string.Create(CultureInfo.InvariantCulture, $"{ZoneName(zone)}, type {type}"),
        ({ } zone, null) when group.Key.Grouping != InboxGrouping.Zone => ZoneName(zone),
        _ => "",
    };

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string MachineTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
