using System.Globalization;
using Dashboard.Web.Components.Pages;
using Dashboard.Web.Inbox.Overview;
using Microsoft.AspNetCore.Components;
using static Dashboard.Web.Components.HtmlText;

namespace Dashboard.Web.Components.Overview;

/// <summary>What is many of a kind, each as one piece of HTML: element by element these are five hundred frames, which the server keeps twice for every open page.</summary>
public sealed partial class OverviewPanel
{
    private MarkupString EntryOf(OverviewFailure failure)
    {
        var last = Local(failure.LastSeen).ToString("d MMM HH:mm", CultureInfo.CurrentCulture);
        return new($"<span class=name>{Encode(failure.Title)}</span><span class=count>{Encode(Number(failure.Count))}<span class=visually-hidden> times, last {Encode(last)}</span></span>");
    }

    private MarkupString EntryOf(OverviewZone zone)
    {
        var most = Math.Max(1, Figures!.Zones.Max(other => other.Unread));
        return new(string.Create(CultureInfo.InvariantCulture, $"<span class=name>{Encode(zone.Name)}</span><meter min=0 max={most} value={zone.Unread} aria-hidden=true></meter><span class=count>{Encode(Number(zone.Unread))}</span>"));
    }

    /// <summary>The chart as a table.</summary>
    private MarkupString Table(InboxOverview figures)
    {
        var heads = figures.Series.Select(series => $"<th scope=col>{Encode(series.Title)}</th>");
        var rows = figures.Buckets.Index().Where(bucket => bucket.Item.Counts.Sum() > 0).Select(bucket =>
            $"""<tr><th scope=row><a href="{Encode(InboxUrl.Of(Between(bucket.Index, bucket.Index)))}">{Encode(TimeOf(bucket.Item))}</a></th>{string.Concat(bucket.Item.Counts.Select(count => $"<td>{Encode(Number(count))}</td>"))}</tr>""");
        return new MarkupString($"<table><caption class=visually-hidden>{Encode(Words)}</caption><thead><tr><th scope=col>From</th>{string.Concat(heads)}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>");
    }
}
