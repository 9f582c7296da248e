using System.Globalization;
using Dashboard.Client;
using Dashboard.Web.Components.Layout;
using Dashboard.Web.Components.Pages;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Dashboard.Web.Sharing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Detail;

/// <summary>One notification with its message: beside the list, or as a page of its own.</summary>
public sealed partial class NotificationPanel : ComponentBase, IAsyncDisposable
{
    private readonly ComponentLifetime _life = new();
    private CancellationTokenSource _loading = new();
    private NotificationKey? _shownKey;
    private OpenedNotification? _opened;
    private string? _problem;
    private bool _needsConnection;
    private string _said = "";
    private string _document = "";
    private bool _asText;

    [Parameter, EditorRequired]
    public required PersonalInbox Inbox { get; set; }

    [Parameter, EditorRequired]
    public required InboxRow Row { get; set; }

    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Steps to the row before this one in the list; without a handler the button is off.</summary>
    [Parameter]
    public EventCallback OnPrevious { get; set; }

    /// <summary>Steps to the row after this one in the list; without a handler the button is off.</summary>
    [Parameter]
    public EventCallback OnNext { get; set; }

    /// <summary>Closes the panel; without a handler it is a page of its own.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Whether keys that are characters alone work, which tooltips name.</summary>
    [CascadingParameter(Name = "SingleLetterKeys")]
    public bool SingleLetterKeys { get; set; } = true;

    [Inject]
    public required NotificationReader Reader { get; init; }

    [Inject]
    public required SharedLinks Links { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ThemeChoice Theme { get; init; }

    [Inject]
    public required ScriptModules Scripts { get; init; }

    // The list may have learnt it since, by "mark all" or elsewhere.
    private DateTimeOffset? ReadAt => Row.Read ?? _opened?.Row.Read;

    private string ZoneName => Inbox.Snapshot.PartOf(Row.Key)?.Zone.Name ?? Row.Key.Zone;

    /// <summary>Copies the address to share, and records what names the event so that colleagues find their own copy.</summary>
    public async Task CopyLinkAsync()
    {
        await RecordAsync();
        await CopyAsync(InboxUrl.ToShare(Navigation.BaseUri, Row.Key), "Link copied.");
    }

    public async ValueTask DisposeAsync()
    {
        Theme.Changed -= OnThemeChanged;
        _life.Dispose();
        _loading.Dispose();
    }

    /// <summary>Why a notification is not shown, as its reader is told.</summary>
    internal static string WordsFor(MakeFailure failure) =>
        failure is MakeFailure.NotFound ? "It no longer exists at Make, and has left your list." : failure.Words;

    protected override void OnInitialized() => Theme.Changed += OnThemeChanged;

    protected override async Task OnParametersSetAsync()
    {
        if (_shownKey == Row.Key)
            return;
        _shownKey = Row.Key;
        _asText = false;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        await _loading.CancelAsync();
        _loading.Dispose();
        var loading = _loading = CancellationTokenSource.CreateLinkedTokenSource(_life.Token);
        (_opened, _problem, _needsConnection, _said) = (null, null, false, "");
        try
        {
            if (Inbox.Snapshot.PartOf(Row.Key) is not { } zone)
            {
                _problem = "Its connection was removed. Connect again to read it.";
                return;
            }

            var opened = await Reader.OpenAsync(Inbox, zone, Row.Key.Id, loading.Token);
            _opened = opened;
            BuildDocument();
        }
        catch (OperationCanceledException)
        {
            // Another notification was opened meanwhile.
        }
        catch (MakeException failed)
        {
            _needsConnection = failed.Failure is MakeFailure.NotSignedIn;
            _problem = WordsFor(failed.Failure);
        }
    }

    private void ShowAsText(bool asText)
    {
        _asText = asText;
        BuildDocument();
    }

    private void BuildDocument()
    {
        if (_opened is { } opened)
            _document = MessageDocument.Build(opened.Body, DashboardTheme.MessageTheme(Theme.IsDark), _asText);
    }

    private Task CopyTextAsync() => CopyAsync($"{Row.Subject}\n\n{_opened?.Body.Text}", "Text copied.");

    private async Task CopyAsync(string text, string said)
    {
        var module = await Scripts.ImportAsync("./Components/Detail/NotificationPanel.razor.js", _life.Token);
        _said = await module.InvokeAsync<bool>("copy", _life.Token, text)
            ? said
            : "The browser did not allow copying. Select the text and copy it by hand.";
    }

    private async Task RecordAsync()
    {
        var parts = _opened?.Body.Parts ?? [];
        await Links.RecordAsync(
            await User.KeyAsync(),
            Row,
            parts.FirstOrDefault(part => part.Kind == PartKind.Organization)?.Id,
            parts.FirstOrDefault(part => part.Kind == PartKind.Execution)?.Id,
            _life.Token);
    }

    private string Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture);

    private void OnThemeChanged() => InvokeAsync(() =>
    {
        BuildDocument();
        StateHasChanged();
    });
}
