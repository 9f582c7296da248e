using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>What is selected, grouped by and shown of the list: the page's half of the tools above it.</summary>
public sealed partial class InboxPage
{
    private GroupSpan _span = GroupSpan.Fortnight;
    private InboxQuery? _ownColumnsFor;

    private string Summary
    {
        get
        {
            var (zones, isPartial) = (ZonesInView, IsPartial);
            var shown = isPartial ? $"{Number(_view.Count)} of the {Number(zones.Sum(zone => zone.State.Rows))} loaded so far" : $"{Number(_view.Count)} shown";
            var groups = _view.Groups is { Count: var count } ? $" in {Number(count)} {(count == 1 ? "group" : "groups")}" : null;
            return $"{shown}{groups} · {Number(zones.Sum(zone => zone.State.Unread ?? 0))} unread at Make";
        }
    }

    /// <summary>The person's own, or those a saved view brings; what a person changes then counts until another view is shown.</summary>
    private GridLook Look => GridLook.Of(
        _ownColumnsFor != _query && _views.FirstOrDefault(view => view.Query == _query && !view.Columns.IsEmpty) is { } view
            ? Own.Value with { Columns = view.Columns }
            : Own.Value);

    private async Task ChangeLookAsync(GridLook look)
    {
        _ownColumnsFor = _query;
        await Own.ChangeAsync(look.In, _life.Token);
        StateHasChanged();
    }

    private async Task ChooseColumnsAsync()
    {
        var parameters = new DialogParameters<ColumnsDialog> { { dialog => dialog.Look, Look }, { dialog => dialog.Apply, ChangeLookAsync } };
        var dialog = await Dialogs.ShowAsync<ColumnsDialog>(null, parameters);
        await dialog.Result;
        await FocusListAsync();
    }

    private void GroupBy(InboxGrouping? grouping) => Navigation.NavigateTo(InboxUrl.Of(_query.WithGroup(grouping), _open));

    private void SelectAll() => _selection.AddAll();

    private async Task ShowOutsideAsync()
    {
        var (snapshot, outside) = (_snapshot, _selection.Rows.Outside);
        InboxRow[] listed = [.. outside.Select(snapshot.Find).OfType<InboxRow>().Take(OutsideDialog.MostListed)];
        var parameters = new DialogParameters<OutsideDialog>
        {
            { dialog => dialog.Listed, listed },
            { dialog => dialog.Count, outside.Count },
            { dialog => dialog.ZoneName, ZoneNameOf },
        };
        if (await ConfirmAsync<OutsideDialog>(parameters))
            _selection.DropOutside();
        await FocusListAsync();
    }
}
