using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Dialogs;

/// <summary>Asks before copies are deleted from the recycle bin, since nothing brings them back.</summary>
public sealed partial class ForgetDialog : ComponentBase
{
    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>How many copies.</summary>
    [Parameter, EditorRequired]
    public required int Copies { get; set; }

    private void Cancel() => Dialog.Cancel();

    private void Confirm() => Dialog.Close();
}
