using Dashboard.Client;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Detail;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Sharing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Components.Pages;

/// <summary>A notification as a page of its own: what a shared link opens. Resolved in the viewer's own inbox.</summary>
public sealed partial class NotificationPage : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private NotificationPanel? _panel;
    private IDisposable? _offered;
    private InboxWatch? _watch;
    private LinkResolution? _resolution;
    private DateTimeOffset _openedAt;
    private bool _askedMake;
    private int _resolving;

    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required Inboxes Inboxes { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required SharedLinks Links { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required CommandList Commands { get; init; }

    /// <summary>Zone domain.</summary>
    [Parameter]
    public required string Zone { get; set; }

    /// <summary>Notification id, decimal digits.</summary>
    [Parameter]
    public required string Id { get; set; }

    private string ConnectAddress =>
        QueryHelpers.AddQueryString("/settings/connections", "returnUrl", $"/notifications/{Uri.EscapeDataString(Zone)}/{Uri.EscapeDataString(Id)}");

    private string Title => _resolution switch
    {
        LinkResolution.Own { Row.Subject: var subject } => subject,
        LinkResolution.Copy { Row.Subject: var subject } => subject,
        _ => "Notification",
    };

    public void Dispose()
    {
        _life.Dispose();
        _offered?.Dispose();
        if (_watch is not null)
        {
            _watch.Inbox.Changed -= OnInboxChanged;
            _watch.Dispose();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _watch = await Inboxes.WatchAsync((await User.KeyAsync()).ToString(), _life.Token);
        _watch.Inbox.Changed += OnInboxChanged;
        _offered = Commands.Add(() => [new(KnownCommands.CopyLink, CopyLinkAsync, _panel is null ? "No notification is shown." : null)]);
    }

    protected override async Task OnParametersSetAsync()
    {
        (_resolution, _openedAt, _askedMake) = (null, Time.GetUtcNow(), false);
        await ResolveAsync();
    }

    private void OnInboxChanged()
    {
        // Once it is found, the panel shows it; only while it is looked for do new rows matter.
        if (_resolution is not (null or LinkResolution.StillLoading) || Interlocked.Exchange(ref _resolving, 1) == 1)
            return;
        _ = InvokeAsync(async () =>
        {
            Volatile.Write(ref _resolving, 0);
            try
            {
                await ResolveAsync();
                StateHasChanged();
            }
            catch (OperationCanceledException)
            {
                // The page has gone.
            }
            catch (Exception failed)
            {
                // Raised outside of any event of the circuit: without this nobody would hear of it.
                await DispatchExceptionAsync(failed);
            }
        });
    }

    private async Task CopyLinkAsync()
    {
        if (_panel is not null)
            await _panel.CopyLinkAsync();
        StateHasChanged();
    }

    private async Task ResolveAsync()
    {
        if (_watch is null)
            return;
        if (!NotificationId.TryParse(Id, null, out var id))
        {
            _resolution = new LinkResolution.NotHere("The address is not that of a notification: its last part must be a number.");
            return;
        }

        var (viewer, snapshot) = (await User.KeyAsync(), _watch.Inbox.Snapshot);
        var resolution = await Links.ResolveAsync(viewer, snapshot, Zone, id, _life.Token);
        _resolution = resolution is LinkResolution.NotHere && IsOlderThanThisVisit(snapshot) ? AskMake() : resolution;
        // The address bar is a link to share, too.
        if (_resolution is LinkResolution.Own { Row: var row })
            await Links.RecordAsync(viewer, row, null, null, _life.Token);
    }

    /// <summary>An inbox that was filled a while ago may lack what a colleague has just shared: only rows as fresh as this visit can say "not here".</summary>
    private bool IsOlderThanThisVisit(InboxSnapshot snapshot) => snapshot.Parts.Any(part =>
        string.Equals(part.Zone.Domain, Zone, StringComparison.OrdinalIgnoreCase) && part.State is { Phase: ZonePhase.InStep } state && state.InStepAt < _openedAt);

    private LinkResolution.StillLoading AskMake()
    {
        if (!_askedMake)
            _watch?.Inbox.RefreshNow();
        _askedMake = true;
        return new LinkResolution.StillLoading();
    }
}
