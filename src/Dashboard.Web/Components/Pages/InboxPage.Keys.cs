using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Pages;

/// <summary>What a person can ask for here by a key or from the palette.</summary>
public sealed partial class InboxPage
{
    private const string NothingOpen = "Open a notification first.";

    private IDisposable? _offered;

    [Inject]
    public required CommandList Commands { get; init; }

    private IEnumerable<CommandOffer> Offer() => Inbox.Connections.Count == 0 ? [] :
    [
        .. KnownCommands.OfTheList.Select(command => new CommandOffer(command)),
        new(KnownCommands.Search),
        new(KnownCommands.SearchHelp),
        new(KnownCommands.ToList),
        // Before the selection: Escape closes first, then clears.
        On(KnownCommands.Back, Close, _open is null ? "The list is all that is open." : null),
        On(KnownCommands.SelectAll, SelectAll, _view.Count == 0 ? "There is nothing to select." : null),
        On(KnownCommands.SelectNone, _selection.Clear, _selection.Count == 0 ? "Nothing is selected." : null),
        On(KnownCommands.SelectRead, () => SelectAsync(unread: false)),
        On(KnownCommands.SelectUnread, () => SelectAsync(unread: true)),
        On(KnownCommands.Next, () => StepAsync(1), WhyNoStep(1, "This is the last one.")),
        On(KnownCommands.Previous, () => StepAsync(-1), WhyNoStep(-1, "This is the first one.")),
        On(KnownCommands.CopyLink, () => _panel?.CopyLinkAsync() ?? Task.CompletedTask, _panel is null || _open is null ? NothingOpen : null),
        On(KnownCommands.Refresh, RefreshAsync),
        On(KnownCommands.Delete, DeleteAsync, NothingInHand),
        On(KnownCommands.Done, ToggleDoneAsync, NothingInHand),
        On(KnownCommands.Undo, UndoAsync, _outbox?.LastUndoable is null ? "There is nothing to undo." : null),
        On(KnownCommands.MarkAllRead, MarkAllReadAsync, ZonesInView.Count == 0 ? "No zone that is shown can be read." : null),
        new(KnownCommands.Export),
        On(KnownCommands.ShowNew, ShowWaitingAsync, _waiting.All == 0 ? "Nothing new waits." : null),
        On(KnownCommands.UnreadOnly, () => ShowUnreadOnly(true), _query.Unread == true ? "Only unread ones are shown already." : null),
        On(KnownCommands.Everything, () => Navigation.NavigateTo("/"), _query.Text.Length == 0 ? "Everything is shown already." : null),
        On(KnownCommands.SaveView, SaveViewAsync),
        On(KnownCommands.ManageViews, ManageViewsAsync),
        .. _views.Index().Select(view =>
            On(KnownCommands.SavedView(view.Index + 1, view.Item.Name), () => Navigation.NavigateTo(InboxUrl.Of(view.Item.Query)))),
        On(KnownCommands.NoGroups, () => GroupBy(null), _query.Group is null ? "The list is not grouped." : null),
        .. Enum.GetValues<InboxGrouping>().Select(grouping =>
            On(KnownCommands.GroupBy(grouping), () => GroupBy(grouping), _query.Group == grouping ? "The list is grouped so already." : null)),
        .. _snapshot.Parts.Select(part => part.Zone).DistinctBy(zone => zone.Domain).Select(zone =>
            On(KnownCommands.Zone(zone.Domain, zone.Name), () => Navigation.NavigateTo(InboxUrl.Of(_query.WithZone(zone.Domain))))),
        .. Enum.GetValues<InboxColumn>().Select(column =>
            On(KnownCommands.SortBy(column), () => SortBy(new InboxSort(column, Descending: column is InboxColumn.Created or InboxColumn.Id)))),
    ];

    private string? NothingInHand => _selection.Count == 0 && _open is null ? "Select something first, or open it." : null;

    private string? WhyNoStep(int by, string atTheEnd) => _open is null ? NothingOpen : NeighbourOf(_open, by) is null ? atTheEnd : null;

    private Task StepAsync(int by) => Step(by).InvokeAsync();

    /// <summary>Selects the read or the unread ones of what is shown now: what becomes read or arrives later changes nothing in it.</summary>
    private async Task SelectAsync(bool unread)
    {
        var (view, before) = (_view, _selection.Rows);
        var wanted = await Task.Run(() => SelectedRows.Where(view, row => row.IsUnread == unread, _life.Token), _life.Token);
        if (_selection.Replace(before, wanted) && wanted.Count == 0)
            Snackbar.Add($"None of those shown is {(unread ? "unread" : "read")}.");
    }

    private CommandOffer On(Command command, Action run, string? whyNot = null) => On(
        command,
        () =>
        {
            run();
            return Task.CompletedTask;
        },
        whyNot);

    private CommandOffer On(Command command, Func<Task> run, string? whyNot = null) => new(command, () => RunAsync(run), whyNot);
}
