using System.Globalization;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Dialogs;

/// <summary>Says how many unread notifications "mark all as read" touches, and where, before it is done.</summary>
public sealed partial class MarkAllDialog : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private IReadOnlyList<UnreadCount>? _counts;
    private bool _tooSlow;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ZonePart> Zones { get; set; }

    /// <summary>What the list was made of.</summary>
    [Parameter, EditorRequired]
    public required InboxSnapshot Snapshot { get; set; }

    /// <summary>What the list shows.</summary>
    [Parameter]
    public InboxQuery Query { get; set; } = new();

    /// <summary>Whether a notification was on the person's screen.</summary>
    [Parameter, EditorRequired]
    public required Func<NotificationKey, bool> Seen { get; set; }

    /// <summary>The reader's time zone.</summary>
    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required TimeProvider Time { get; init; }

    private bool IsFiltered => Query.Text.Length > 0;

    private string Question => $"Mark {Number(Zones.Sum(zone => zone.State.Unread ?? 0))} as read";

    public void Dispose() => _life.Dispose();

    protected override async Task OnInitializedAsync()
    {
        var (zones, snapshot, query, seen, now, timeZone, token) = (Zones, Snapshot, Query, Seen, Time.GetUtcNow(), TimeZone, _life.Token);
        try
        {
            _counts = await Task.Run(() => snapshot.UnreadOf(zones, query, seen, now, timeZone, token), token);
        }
        catch (TimeoutException)
        {
            _tooSlow = true;
        }
        catch (OperationCanceledException)
        {
            // Answered before it was counted.
        }
    }

    private string Counted(int zone, Func<UnreadCount, int> of) => _counts is { } counts ? Number(of(counts[zone])) : _tooSlow ? "not known" : "…";

    private void Cancel() => Dialog.Cancel();

    private void Confirm() => Dialog.Close();

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
