using System.Collections.Immutable;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>A column of the grid that can be sorted by.</summary>
/// <param name="Sort">What a click on its header sorts by; also its name between page and module.</param>
/// <param name="Title">What the header says.</param>
/// <param name="Style">The class of its header and its cells.</param>
/// <param name="Track">Its width as a CSS grid track, where a person has not chosen one.</param>
/// <param name="Least">The least that <paramref name="Track"/> takes, in CSS pixels.</param>
/// <param name="Usual">What it mostly comes to, in CSS pixels: where a person's first change of the width begins.</param>
/// <param name="NewestFirst">Whether the first click sorts downwards.</param>
public sealed record GridColumn(InboxColumn Sort, string Title, string Style, string Track, int Least, int Usual, bool NewestFirst = false)
{
    /// <summary>Every column, in the list's own order.</summary>
    public static readonly ImmutableArray<GridColumn> All =
    [
        new(InboxColumn.Read, "Read", "state", "44px", 44, 44),
        new(InboxColumn.Subject, "Subject", "subject", "minmax(120px,1fr)", 120, 400),
        new(InboxColumn.Zone, "Zone", "zone", "minmax(60px,110px)", 60, 110),
        new(InboxColumn.Type, "Type", "type", "60px", 60, 60),
        new(InboxColumn.Created, "Created", "created", "110px", 110, 110, NewestFirst: true),
        new(InboxColumn.Id, "ID", "id", "minmax(116px,196px)", 116, 196, NewestFirst: true),
    ];

    public static GridColumn Of(InboxColumn column) => All.First(known => known.Sort == column);
}
