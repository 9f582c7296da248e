using System.Globalization;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Dialogs;

/// <summary>Says how many unread notifications "mark all as read" touches, and where, before it is done.</summary>
public sealed partial class MarkAllDialog : ComponentBase
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ZonePart> Zones { get; set; }

    private string Question => $"Mark {Zones.Sum(zone => zone.State.Unread ?? 0).ToString("N0", CultureInfo.CurrentCulture)} as read";

    private void Cancel() => Dialog.Cancel();

    private void Confirm() => Dialog.Close();
}
