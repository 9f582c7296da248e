using System.Data.Common;
using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Layout;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Actions;

/// <summary>A notification of the recycle bin, with its message where that had been read. The message passes the same two walls as everywhere.</summary>
public sealed partial class BinPanel : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private NotificationKey? _shownKey;
    private ReadableBody? _body;
    private bool _isRead;
    private string? _problem;

    /// <summary>User key of the person.</summary>
    [Parameter, EditorRequired]
    public required string Owner { get; set; }

    [Parameter, EditorRequired]
    public required InboxRow Row { get; set; }

    [Parameter, EditorRequired]
    public required DateTimeOffset DeletedAt { get; set; }

    [Parameter]
    public string ZoneName { get; set; } = "";

    /// <summary>The reader's time zone.</summary>
    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    public required RecycleBin Bin { get; init; }

    [Inject]
    public required ReadingRoom Room { get; init; }

    [Inject]
    public required ThemeChoice Theme { get; init; }

    public void Dispose()
    {
        Theme.Changed -= OnThemeChanged;
        _life.Dispose();
    }

    protected override void OnInitialized() => Theme.Changed += OnThemeChanged;

    protected override Task OnParametersSetAsync() => _shownKey == Row.Key ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        var key = Row.Key;
        (_shownKey, _body, _isRead, _problem) = (key, null, false, null);
        try
        {
            var source = await Task.Run(() => Bin.BodyAsync(Owner, key, _life.Token), _life.Token);
            var body = source is null ? null : await Room.ReadAsync(source, new HashSet<string> { key.Zone }, _life.Token);
            if (_shownKey == key)
                (_body, _isRead) = (body, true);
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
        catch (DbException)
        {
            _problem = "The portal could not read its copy.";
        }
    }

    private string Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture);

    private void OnThemeChanged() => InvokeAsync(StateHasChanged);
}
