using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Dialogs;

/// <summary>Make's answer to "mark all as read", zone by zone, and which of those marked the person never saw.</summary>
public sealed partial class MarkReceiptDialog : ComponentBase
{
    private const int MostListed = 200;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<MarkReceipt> Receipts { get; set; }

    /// <summary>Rows that were marked without having been on this person's screen.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<InboxRow> NeverSeen { get; set; }

    private void Close() => Dialog.Close();

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
