using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>A column of the grid that can be sorted by.</summary>
/// <param name="Sort">What a click on its header sorts by.</param>
/// <param name="Title">What the header says.</param>
/// <param name="Style">The class of its header and its cells.</param>
/// <param name="Index">Its place as <c>aria-colindex</c> counts it; 1 is the select box.</param>
/// <param name="NewestFirst">Whether the first click sorts downwards.</param>
internal sealed record GridColumn(InboxColumn Sort, string Title, string Style, int Index, bool NewestFirst)
{
    public static readonly IReadOnlyList<GridColumn> All =
    [
        new(InboxColumn.Read, "Read", "state", 2, NewestFirst: false),
        new(InboxColumn.Subject, "Subject", "subject", 3, NewestFirst: false),
        new(InboxColumn.Zone, "Zone", "zone", 4, NewestFirst: false),
        new(InboxColumn.Type, "Type", "type", 5, NewestFirst: false),
        new(InboxColumn.Created, "Created", "created", 6, NewestFirst: true),
        new(InboxColumn.Id, "ID", "id", 7, NewestFirst: true),
    ];
}
