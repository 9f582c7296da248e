using System.Globalization;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Export;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Export;

/// <summary>Downloads what is shown or what is selected, and says how that goes. The rows are frozen at the click.</summary>
public sealed partial class ExportMenu : ComponentBase, IDisposable
{
    internal const string Module = "./Components/Export/ExportMenu.razor.js";

    /// <summary>How often progress is drawn.</summary>
    internal static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly ComponentLifetime _life = new();
    private ElementReference _menu;
    private ExportTicket? _ticket;
    private bool _freezing;

    /// <summary>The list as it is shown.</summary>
    [Parameter, EditorRequired]
    public required IInboxView View { get; set; }

    /// <summary>What the list was made of.</summary>
    [Parameter, EditorRequired]
    public required InboxSnapshot Snapshot { get; set; }

    [Parameter, EditorRequired]
    public required NotificationSelection Selection { get; set; }

    /// <summary>Older rows are still being loaded.</summary>
    [Parameter]
    public bool IsPartial { get; set; }

    /// <summary>Whether keys that are characters alone work, which tooltips name.</summary>
    [CascadingParameter(Name = "SingleLetterKeys")]
    public bool SingleLetterKeys { get; set; } = true;

    [Inject]
    public required ExportTickets Tickets { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required ScriptModules Scripts { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    private bool IsBusy => _freezing || _ticket is { IsOver: false };

    private string Words => _ticket switch
    {
        null => _freezing ? "Preparing the export…" : "",
        { IsOver: false } ticket => $"Exporting {Notifications(ticket.Count)}…",
        { Phase: ExportPhase.Done } ticket =>
            $"{Notifications(ticket.Count)} exported.{(ticket.IsPartial ? " Older ones were still being loaded and are not in the file." : "")}{(ticket.Gone > 0 ? $" {Number(ticket.Gone)} selected no longer exist." : "")}",
        { Phase: ExportPhase.Stopped } ticket => $"The export stopped after {Number(ticket.Written)} of {Notifications(ticket.Count)}: the file is not whole. Export again.",
        _ => "The browser did not fetch the file. Export again.",
    };

    public void Dispose() => _life.Dispose();

    private async Task ExportAsync(ExportFormat format, bool selected)
    {
        if (IsBusy)
            return;
        (_ticket, _freezing) = (null, true);
        try
        {
            var all = !selected || (Selection.Count == View.Count && Selection.Extent is SelectionExtent.All);
            // What was picked by hand is whole, however much is still to come.
            var isPartial = IsPartial && all;
            _ticket = Tickets.Keep(await User.SignInAsync(), await FreezeAsync(all), isPartial);
        }
        finally
        {
            _freezing = false;
        }

        StateHasChanged();
        var module = await Scripts.ImportAsync(Module, _life.Token);
        await module.InvokeVoidAsync("download", _life.Token, _ticket.PathAs(format), _menu);
        await FollowAsync(_ticket);
    }

    /// <summary>What is counted at the click is what is exported, whatever is shown or selected a moment later.</summary>
    private Task<FrozenRows> FreezeAsync(bool all)
    {
        var (view, snapshot) = (View, Snapshot);
        if (all)
            return Task.FromResult(FrozenRows.Of(view));
        NotificationKey[] keys = [.. Selection.Keys];
        return Task.Run(() => FrozenRows.Of(view, snapshot, keys), _life.Token);
    }

    private async Task FollowAsync(ExportTicket ticket)
    {
        try
        {
            while (!ticket.IsOver && ticket == _ticket)
            {
                await Task.Delay(Pace, Time, _life.Token);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page has gone; the download goes on.
        }
    }

    private void Dismiss() => _ticket = null;

    private static string Notifications(int count) => count == 1 ? "1 notification" : $"{Number(count)} notifications";

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
