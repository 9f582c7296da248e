using System.Collections.Immutable;
using Dashboard.Web.Preferences;
using Dashboard.Web.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Views;

/// <summary>Name, colour and reach of a view, new or saved before.</summary>
public sealed partial class SaveViewDialog : ComponentBase
{
    private string _name = "";
    private ViewColour _colour;
    private bool _isShared;
    private bool _withColumns;
    private bool _saving;
    private string? _problem;
    private SavedView? _same;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>What is saved, with what is known of it.</summary>
    [Parameter, EditorRequired]
    public required SavedView View { get; set; }

    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>The columns as the person has them now.</summary>
    [Parameter]
    public ImmutableArray<ColumnPreference> Columns { get; set; } = [];

    /// <summary>The person's other views, of which none should have the same name.</summary>
    [Parameter]
    public IReadOnlyList<SavedView> Others { get; set; } = [];

    /// <summary>Keeps the view, in place of the one of that name if so told; gives why it could not be kept, or <see langword="null"/>.</summary>
    [Parameter, EditorRequired]
    public required Func<SavedView, bool, Task<string?>> Save { get; set; }

    private string Says => Inbox.QueryAddress.Describe(View.Query);

    protected override void OnInitialized() =>
        (_name, _colour, _isShared, _withColumns) = (View.Name, View.Colour, View.IsShared, !View.Columns.IsEmpty);

    private void Forget() => _same = null;

    private Task SaveAsync()
    {
        _same = View.IsCalled(_name) ? null : Others.FirstOrDefault(other => other.IsCalled(_name));
        return _same is null ? KeepAsync(replaces: false) : Task.CompletedTask;
    }

    private Task ReplaceAsync() => KeepAsync(replaces: true);

    private async Task KeepAsync(bool replaces)
    {
        if (_saving)
            return;
        _saving = true;
        try
        {
            var kept = _withColumns ? (View.Columns.IsEmpty ? Columns : View.Columns) : [];
            _problem = await Save(View with { Name = _name, Colour = _colour, IsShared = _isShared, Columns = kept }, replaces);
        }
        finally
        {
            _saving = false;
        }

        if (_problem is null)
            Dialog.Close();
    }
}
