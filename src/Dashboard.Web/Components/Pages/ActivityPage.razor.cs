using System.Data.Common;
using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Actions;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Pages;

/// <summary>Everything a person asked to be changed, latest first, with its receipt. What is listed and unfolded is in the address.</summary>
public sealed partial class ActivityPage : ComponentBase, IDisposable
{
    public const string Module = "./Components/Pages/ActivityPage.razor.js";

    /// <summary>Actions on one page.</summary>
    public const int PageSize = 50;

    /// <summary>A burst of changes is read once.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(300);

    private readonly ComponentLifetime _life = new();
    private ActivityPlace _place = new();
    private InboxWatch? _watch;
    private PersonalOutbox? _outbox;
    private IDisposable? _offered;
    private IReadOnlyList<NotificationAction>? _actions;
    private (NotificationAction Action, IReadOnlyList<ReceiptZone> Zones)? _receipt;
    private long? _asked;
    private long? _scrollTo;
    private int _total;
    private string? _trouble;
    private string? _problem;
    private int _changePending;

    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required Inboxes Inboxes { get; init; }

    [Inject]
    public required PersonalOutboxes Outboxes { get; init; }

    [Inject]
    public required Outbox Outbox { get; init; }

    [Inject]
    public required ActivityLog Activity { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required CommandList Commands { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IOptions<ActionsOptions> Kept { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindText { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    public string? DayText { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [SupplyParameterFromQuery(Name = "action")]
    public string? ActionText { get; set; }

    private bool HasOlder => _place.Page * PageSize < _total;

    private string Count => (_total, _place.IsFiltered) switch
    {
        (0, false) => "Nothing yet. What you delete, mark as read or are done with is listed here.",
        (0, true) => "Nothing of this kind, or on this day.",
        (1, _) => "1 action",
        (var total, _) when total > PageSize => $"{Number(total)} actions, {Number((_place.Page - 1) * PageSize + 1)} to {Number(Math.Min(total, _place.Page * PageSize))} shown",
        (var total, _) => $"{Number(total)} actions",
    };

    public void Dispose()
    {
        _life.Dispose();
        _offered?.Dispose();
        _outbox?.Changed -= OnOutboxChanged;
        _watch?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var watch = await Inboxes.WatchAsync((await User.KeyAsync()).ToString(), _life.Token);
        (_watch, _outbox) = (watch, Outboxes.Of(watch.Inbox));
        _outbox.Changed += OnOutboxChanged;
        _offered = Commands.Add(() => [new(KnownCommands.Undo, UndoLastAsync, _outbox.LastUndoable is null ? "There is nothing to undo." : null)]);
    }

    protected override async Task OnParametersSetAsync()
    {
        var place = ActivityPlace.Parse(KindText, DayText, PageText, ActionText);
        if (place.Action != _place.Action)
            (_receipt, _scrollTo) = (null, place.Action);
        if (place with { Action = null } != _place with { Action = null })
            (_actions, _trouble) = (null, null);
        _place = place;
        await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_scrollTo is not { } id || _receipt?.Action.Id != id)
            return;
        _scrollTo = null;
        try
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", _life.Token, Module);
            await module.InvokeVoidAsync("show", _life.Token, $"action-{id}");
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left while it was drawn.
        }
    }

    /// <summary>Brings the page in step with the database, away from the circuit's thread: a receipt may be about a million.</summary>
    private async Task ReadAsync()
    {
        if (_outbox is not { Owner: var owner })
            return;
        var (place, timeZone, token) = (_place, TimeZone, _life.Token);
        var known = _receipt;
        try
        {
            var (actions, total, receipt) = await Task.Run(
                async () =>
                {
                    var filter = place.Filter(timeZone);
                    var total = await Activity.CountAsync(owner, filter, token);
                    var actions = await Activity.ListAsync(owner, filter, (place.Page - 1) * PageSize, PageSize, token);
                    return (actions, total, place.Action is { } id ? await ReceiptAsync(owner, id, actions, known, token) : null);
                },
                token);
            if (place != _place)
                return;
            (_actions, _total, _receipt, _asked, _problem) = (actions, total, receipt, place.Action, null);
        }
        catch (DbException)
        {
            _problem = "The portal could not read what was done.";
        }
    }

    /// <summary>A receipt is counted anew only where it has changed.</summary>
    private async Task<(NotificationAction Action, IReadOnlyList<ReceiptZone> Zones)?> ReceiptAsync(
        string owner, long id, IReadOnlyList<NotificationAction> actions, (NotificationAction Action, IReadOnlyList<ReceiptZone> Zones)? known, CancellationToken cancellationToken)
    {
        if (known is { } before && actions.Any(action => action.Id == id && action.Revision == before.Action.Revision))
            return before;
        return await Activity.ReceiptAsync(owner, id, cancellationToken) is { } receipt ? (receipt.Action, ReceiptZone.Of(receipt)) : null;
    }

    private void OnOutboxChanged()
    {
        if (Interlocked.Exchange(ref _changePending, 1) == 1)
            return;
        _ = InvokeAsync(async () =>
        {
            try
            {
                await Task.Delay(Pace, Time, _life.Token);
                Volatile.Write(ref _changePending, 0);
                await ReadAsync();
                StateHasChanged();
            }
            catch (OperationCanceledException)
            {
                // The page has gone.
            }
            catch (Exception failed)
            {
                // Without this nobody would hear of it.
                await DispatchExceptionAsync(failed);
            }
        });
    }

    private async Task UndoLastAsync()
    {
        if (_outbox?.LastUndoable is not { } last)
            return;
        try
        {
            if (!await Outbox.UndoAsync(last.Owner, last.Id, _life.Token))
                Trouble(ActionWords.TooLate);
        }
        catch (ActionNotAcceptedException notDone)
        {
            Trouble(notDone.Message);
        }

        StateHasChanged();
    }

    private void Trouble(string words) => _trouble = words;

    private IReadOnlyList<ReceiptZone>? Receipt => _receipt?.Zones;

    private bool IsUnfolded(NotificationAction action) => _place.Action == action.Id;

    private void Unfold(NotificationAction action)
    {
        var unfolded = IsUnfolded(action);
        Navigation.NavigateTo((_place with { Action = unfolded ? null : action.Id }).Address, replace: true);
    }

    private void ChooseKind(ChangeEventArgs chosen) => Go(ActivityPlace.Parse(chosen.Value as string, _place.DayText, null, null));

    private void ChooseDay(ChangeEventArgs chosen) => Go(new ActivityPlace(_place.Kind) with { Day = ActivityPlace.Parse(null, chosen.Value as string, null, null).Day });

    private void Go(ActivityPlace place) => Navigation.NavigateTo(place.Address);

    private string ZoneNameOf(Guid connection, string domain)
    {
        var parts = _watch?.Inbox.Snapshot.Parts ?? [];
        var own = parts.FirstOrDefault(part => part.Connection.Id == connection && string.Equals(part.Zone.Domain, domain, StringComparison.OrdinalIgnoreCase));
        return own is null ? domain : parts.Any(part => part.Connection.Id != connection) ? $"{own.Zone.Name} ({own.Connection.Name})" : own.Zone.Name;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
