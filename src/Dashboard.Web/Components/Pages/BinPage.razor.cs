using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Components.Layout;
using Dashboard.Web.Components.Search;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>What a person deleted and the portal still has copies of: read, searched, exported, deleted for good. What is shown is in the address.</summary>
public sealed partial class BinPage : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private readonly NotificationSelection _selection = new();
    private string _owner = "";
    private InboxWatch? _watch;
    private PersonalOutbox? _outbox;
    private IDisposable? _offered;
    private InboxQuery _query = new();
    private NotificationKey? _cursor;
    private NotificationKey? _open;
    private string? _misread;
    private TimeZoneInfo? _builtFor;

    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required RecycleBin Bin { get; init; }

    [Inject]
    public required Inboxes Inboxes { get; init; }

    [Inject]
    public required PersonalOutboxes Outboxes { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required OwnPreferences Own { get; init; }

    [Inject]
    public required CommandList Commands { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required IOptions<InboxOptions> Settings { get; init; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? QueryText { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortText { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenText { get; set; }

    private GridLook Look => GridLook.Of(Own.Value);

    private InboxSnapshot Snapshot => _contents?.Snapshot ?? InboxSnapshot.Empty;

    public void Dispose()
    {
        _life.Dispose();
        _offered?.Dispose();
        _outbox?.Changed -= OnOutboxChanged;
        _watch?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _owner = (await User.KeyAsync()).ToString();
        _watch = await Inboxes.WatchAsync(_owner, _life.Token);
        _outbox = Outboxes.Of(_watch.Inbox);
        _outbox.Changed += OnOutboxChanged;
        _offered = Commands.Add(Offer);
        _readFor = Over;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_outbox is null)
            return;
        var query = InboxQuery.Parse(QueryText, SortText, null, out _misread, Settings.Value.QueryLength);
        var changed = query != _query || !TimeZone.Equals(_builtFor);
        // What is shown stays while a query can't be read.
        if (_misread is null || _contents is null)
            (_query, _builtFor) = (query, TimeZone);
        if (_contents is null)
            await ReadAsync();
        _open = InboxUrl.ReadOpen(OpenText) is var (zone, id)
            ? Snapshot.Find(zone, id).Select(row => (NotificationKey?)row.Key).FirstOrDefault() ?? new NotificationKey(Guid.Empty, zone, id)
            : null;
        if (changed)
            await BuildAsync();
    }

    private IEnumerable<CommandOffer> Offer() => Snapshot.Count == 0 ? [] :
    [
        .. KnownCommands.OfTheList.Select(command => new CommandOffer(command)),
        new(KnownCommands.Search),
        new(KnownCommands.SearchHelp),
        new(KnownCommands.ToList),
        new(KnownCommands.Export),
        On(KnownCommands.Back, Close, _open is null ? "The list is all that is open." : null),
        On(KnownCommands.SelectAll, _selection.AddAll, _view.Count == 0 ? "There is nothing to select." : null),
        On(KnownCommands.SelectNone, _selection.Clear, _selection.Count == 0 ? "Nothing is selected." : null),
        new(KnownCommands.Delete, ForgetInHandAsync, InHand.Length == 0 ? "Select something first, or open it." : null),
    ];

    private CommandOffer On(Command command, Action run, string? whyNot) => new(
        command,
        () =>
        {
            run();
            StateHasChanged();
            return Task.CompletedTask;
        },
        whyNot);

    private void Search(QueryChange wanted) => Navigation.NavigateTo(BinUrl.Of(_query with { Where = wanted.Where }, _open), replace: wanted.Replace);

    private void SortBy(InboxSort sort) => Navigation.NavigateTo(BinUrl.Of(_query.WithSort(sort), _open));

    private void SortNextBy(InboxSort sort) => Navigation.NavigateTo(BinUrl.Of(_query.WithNextSort(sort), _open));

    private void Open(NotificationKey key) => Navigation.NavigateTo(BinUrl.Of(_query, key), replace: _open is not null);

    private void Close() => Navigation.NavigateTo(BinUrl.Of(_query), replace: true);

    private Task ChangeLookAsync(GridLook look) => Own.ChangeAsync(look.In, _life.Token);

    private void Trouble(string words) => _problem = words;

    private string ZoneNameOf(string domain) => Snapshot.Parts.FirstOrDefault(part => string.Equals(part.Zone.Domain, domain, StringComparison.OrdinalIgnoreCase))?.Zone.Name ?? domain;

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
