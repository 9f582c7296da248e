using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Views;

/// <summary>Order, default, change, deletion and hiding of saved views. Each change is kept at once; a deletion can be undone until the dialog closes.</summary>
public sealed partial class ManageViewsDialog : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private readonly HashSet<Guid> _deleted = [];
    private List<SavedView> _views = [];
    private Guid? _default;
    private string? _said;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required UserKey Person { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SavedView> Views { get; set; }

    [Parameter]
    public Guid? Default { get; set; }

    /// <summary>What the list shows now.</summary>
    [Parameter, EditorRequired]
    public required InboxQuery Shown { get; set; }

    /// <summary>Lets the person change a view's name, colour and reach.</summary>
    [Parameter, EditorRequired]
    public required Func<SavedView, Task<SavedView?>> Change { get; set; }

    [Inject]
    public required SavedViews Saved { get; init; }

    public void Dispose() => _life.Dispose();

    protected override void OnInitialized() => (_views, _default) = ([.. Views], Default);

    private async Task ChooseAsync(Guid? id)
    {
        await Saved.SetDefaultAsync(Person, _default = id, _life.Token);
        _said = id is null ? "No default view." : $"“{_views.Find(view => view.Id == id)?.Name}” is your default view.";
    }

    private async Task MoveAsync(int place, int by)
    {
        (_views[place], _views[place + by]) = (_views[place + by], _views[place]);
        await Saved.ArrangeAsync(Person, _views.Select(view => view.Id), _life.Token);
        _said = $"“{_views[place + by].Name}” is now number {place + by + 1}.";
    }

    private async Task ChangeAsync(SavedView view)
    {
        if (await Change(view) is not { } changed)
            return;
        // It may have taken the place of another.
        _views.RemoveAll(other => other.Id != changed.Id && other.IsOwn && other.IsCalled(changed.Name) && !_deleted.Contains(other.Id));
        Replace(changed);
    }

    private async Task ReplaceAsync(SavedView view)
    {
        var changed = view with { Query = Shown };
        _said = await Saved.SaveAsync(Person, changed, replaces: false, _life.Token) ?? $"“{view.Name}” now shows what the list shows.";
        Replace(changed);
    }

    private async Task DeleteAsync(SavedView view)
    {
        await Saved.DeleteAsync(Person, view.Id, _life.Token);
        _deleted.Add(view.Id);
        _said = view.IsShared ? $"“{view.Name}” is deleted, for your colleagues too." : $"“{view.Name}” is deleted.";
    }

    private async Task RestoreAsync(SavedView view)
    {
        _said = await Saved.SaveAsync(Person, view, replaces: false, _life.Token);
        if (_said is not null)
            return;
        _deleted.Remove(view.Id);
        _said = $"“{view.Name}” is back.";
    }

    private async Task HideAsync(SavedView view, bool isHidden)
    {
        await Saved.HideAsync(Person, view.Id, isHidden, _life.Token);
        var wasDefault = isHidden && _default == view.Id;
        if (wasDefault)
            _default = null;
        Replace(view with { IsHidden = isHidden });
        _said = !isHidden ? $"“{view.Name}” is in your list again."
            : wasDefault ? $"“{view.Name}” is hidden from you, and no longer your default view."
            : $"“{view.Name}” is hidden from you; your colleagues still see it.";
    }

    private void Replace(SavedView changed) => _views[_views.FindIndex(view => view.Id == changed.Id)] = changed;
}
