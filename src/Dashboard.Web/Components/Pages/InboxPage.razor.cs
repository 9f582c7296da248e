using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Detail;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Components.Search;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>The inbox: zones, list and, beside it, the open notification. What is shown is in the address.</summary>
public sealed partial class InboxPage : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private readonly NotificationSelection _selection = new();
    private InboxWatch? _watch;
    private NotificationGrid? _grid;
    private NotificationPanel? _panel;
    private InboxSnapshot _snapshot = InboxSnapshot.Empty;
    private InboxQuery _query = new();
    private IInboxView _view = InboxView.Empty;
    private NotificationKey? _cursor;
    private NotificationKey? _open;
    private string? _misread;
    private string? _tooSlow;
    private TimeZoneInfo? _builtFor;
    private bool _building;

    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required Inboxes Inboxes { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required Outbox Outbox { get; init; }

    [Inject]
    public required PersonalOutboxes Outboxes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required IOptions<MakeOptions> Make { get; init; }

    [Inject]
    public required IOptions<InboxOptions> Settings { get; init; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? QueryText { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortText { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    public string? GroupText { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenText { get; set; }

    private PersonalInbox Inbox => _watch!.Inbox;

    private IEnumerable<(string Environment, int Index, string Label)> Samples => Make.Value.Environments
        .SelectMany(environment => environment.SampleTokens.Select((sample, index) => (environment.Name, index, $"{environment.Name}: {sample.Label}")));

    private IReadOnlyList<ZonePart> ZonesInView =>
        [.. _snapshot.Parts.Where(part => part.State.Phase != ZonePhase.Unreadable && _query.Admits(part))];

    private bool IsLoading => _snapshot.Parts.Any(part => part.State.Phase is ZonePhase.Waiting or ZonePhase.Loading);

    /// <summary>Older rows of what is looked at are still to come.</summary>
    private bool IsPartial => ZonesInView.Any(zone => zone.State.IsPartial);

    private string Refreshed => _snapshot.Parts.Min(part => part.State.InStepAt) is { } at && _snapshot.Parts.Any(part => part.State.InStepAt is not null)
        ? $"{TimeZoneInfo.ConvertTime(at, TimeZone).ToString("HH:mm:ss", CultureInfo.CurrentCulture)}"
        : "";

    public void Dispose()
    {
        _life.Dispose();
        LeaveViews();
        _offered?.Dispose();
        if (_watch is not null)
        {
            _watch.Inbox.Changed -= OnInboxChanged;
            _outbox?.Changed -= OnInboxChanged;
            _watch.Dispose();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _person = await User.KeyAsync();
        await LoadViewsAsync();
        _watch = await Inboxes.WatchAsync(_person.ToString(), _life.Token);
        Inbox.Changed += OnInboxChanged;
        _outbox = Outboxes.Of(Inbox);
        _outbox.Changed += OnInboxChanged;
        _offered = Commands.Add(Offer);
    }

    protected override async Task OnParametersSetAsync()
    {
        // The address is still the bare one that is being left.
        if (_comingBack && IsBare)
            return;
        _comingBack = false;
        var query = InboxQuery.Parse(QueryText, SortText, GroupText, out _misread, Settings.Value.QueryLength);
        // What is shown stays while a query can't be read.
        if (_misread is not null && _built)
            query = _query;
        var open = InboxUrl.ReadOpen(OpenText) is var (zone, id)
            ? _open is { } opened && opened.Id == id && string.Equals(opened.Zone, zone, StringComparison.OrdinalIgnoreCase) ? opened
            : _snapshot.Find(zone, id).Select(row => (NotificationKey?)row.Key).FirstOrDefault() ?? KeyIn(zone, id)
            : null;
        var changed = query != _query || !_built || !TimeZone.Equals(_builtFor);
        (_query, _open, _builtFor) = (query, open, TimeZone);
        if (changed)
            await RebuildAsync();
    }

    private NotificationKey? KeyIn(string zone, Client.NotificationId id) =>
        _watch?.Inbox.Snapshot.Parts.FirstOrDefault(part => IsZone(part, zone)) is { } part
            ? new NotificationKey(part.Connection.Id, part.Zone.Domain, id)
            : null;

    private void SortNextBy(InboxSort sort) => Navigation.NavigateTo(InboxUrl.Of(_query.WithNextSort(sort), _open));

    private void SortBy(InboxSort sort) => Navigation.NavigateTo(InboxUrl.Of(_query.WithSort(sort), _open));

    private void Search(QueryChange wanted) => Navigation.NavigateTo(InboxUrl.Of(_query with { Where = wanted.Where }, _open), replace: wanted.Replace);

    private void ShowUnreadOnly(bool unreadOnly) => Navigation.NavigateTo(InboxUrl.Of(_query.WithUnread(unreadOnly ? true : null), _open));

    // Stepping from one to the next leaves one entry in the history, so that Back closes the detail.
    private void Open(NotificationKey key)
    {
        var replace = _open is not null;
        // Two connections may see the same zone and id: the address can't tell them apart, the hand that opened it can.
        _open = key;
        Navigation.NavigateTo(InboxUrl.Of(_query, key), replace: replace);
    }

    private async Task Close()
    {
        Navigation.NavigateTo(InboxUrl.Of(_query), replace: true);
        await FocusListAsync();
    }

    private async Task FocusListAsync()
    {
        if (_grid is not null)
            await _grid.FocusAsync();
    }

    private EventCallback Step(int by) => NeighbourOf(_open, by) is { } key
        ? EventCallback.Factory.Create(this, () => StepTo(key))
        : default;

    private void StepTo(NotificationKey key)
    {
        _cursor = key;
        Open(key);
    }

    private NotificationKey? NeighbourOf(NotificationKey? key, int by) =>
        key is { } from && _view.PositionOf(from) is >= 0 and var position && position + by >= 0 && position + by < _view.Count
            ? _view[position + by].Key
            : null;

    private Task RefreshAsync()
    {
        Inbox.RefreshNow();
        Snackbar.Add(
            Inbox.IsOutOfBudget
                ? "Make's limit of requests per minute is used up. What is new comes by itself within a minute or so."
                : "Asking Make for what is new.",
            Severity.Normal);
        return ShowWaitingAsync();
    }

    /// <summary>Runs what no event of this page has started, such as a key, a change of the inbox or work that goes on by itself.</summary>
    private async Task RunAsync(Func<Task> run)
    {
        try
        {
            await run();
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
    }

    private string ZoneNameOf(string domain) => _snapshot.Parts.FirstOrDefault(part => IsZone(part, domain))?.Zone.Name ?? domain;

    private static bool IsZone(ZonePart part, string domain) => string.Equals(part.Zone.Domain, domain, StringComparison.OrdinalIgnoreCase);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
