using System.Globalization;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Grid;

/// <summary>Names the selected notifications that the list does not show, and offers to drop them from the selection.</summary>
public sealed partial class OutsideDialog : ComponentBase
{
    /// <summary>Rows named at most.</summary>
    public const int MostListed = 200;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The first of them, at most <see cref="MostListed"/>.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<InboxRow> Listed { get; set; }

    /// <summary>How many there are.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    /// <summary>The name of a zone by its domain.</summary>
    [Parameter]
    public Func<string, string> ZoneName { get; set; } = domain => domain;

    private void Keep() => Dialog.Cancel();

    private void Drop() => Dialog.Close();

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
