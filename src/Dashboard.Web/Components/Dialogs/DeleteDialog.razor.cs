using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Dialogs;

/// <summary>Names how many notifications a delete takes away for good.</summary>
public sealed partial class DeleteDialog : ComponentBase
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public int Selected { get; set; }

    private string Count => $"{Selected.ToString("N0", CultureInfo.CurrentCulture)} {(Selected == 1 ? "notification" : "notifications")}";

    private void Cancel() => Dialog.Cancel();

    private void Confirm() => Dialog.Close();
}
