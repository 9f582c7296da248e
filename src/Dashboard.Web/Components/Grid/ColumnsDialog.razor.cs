using Dashboard.Web.Preferences;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Grid;

/// <summary>Which columns the list shows, in which order and how wide, and how high its rows are. Every change is applied at once.</summary>
public sealed partial class ColumnsDialog : ComponentBase
{
    private GridLook _look = GridLook.Default;
    private string? _said;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The look to begin with.</summary>
    [Parameter, EditorRequired]
    public required GridLook Look { get; set; }

    /// <summary>Applies and keeps a changed look.</summary>
    [Parameter, EditorRequired]
    public required Func<GridLook, Task> Apply { get; set; }

    protected override void OnInitialized() => _look = Look;

    private bool CanMove(ColumnPreference preference, int by) => preference.Shown && _look.Neighbour(preference.Column, by) is not null;

    private Task WidenAsync(GridColumn column, int by) => ApplyAsync(_look.Resize(column.Sort, (_look.WidthOf(column.Sort) ?? column.Usual) + by), column);

    private Task ApplyAsync(GridLook look, GridColumn? changed = null)
    {
        _said = changed is not null && look.IsShown(changed.Sort) && _look.IsShown(changed.Sort) ? look.Describe(changed.Sort, _look) : null;
        _look = look;
        return Apply(look);
    }

    private void Close() => Dialog.Close();
}
