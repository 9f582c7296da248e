using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Grid;

/// <summary>The headers of the grid: what it is sorted by, and by mouse or key where each column stands and how wide it is.</summary>
public sealed partial class GridHead : ComponentBase, IAsyncDisposable
{
    /// <summary>The address of the module beside the component.</summary>
    public const string Module = "./Components/Grid/GridHead.razor.js";

    private readonly ComponentLifetime _life = new();
    private ElementReference _head;
    private DotNetObjectReference<ComponentBase>? _self;
    private IJSObjectReference? _attached;
    private (IReadOnlyList<InboxSort> Sorts, GridLook Look, SelectionExtent Extent, bool IsEmpty)? _drawn;
    private bool _isStale;

    /// <summary>The order, the first column deciding first; empty for newest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<InboxSort> Sorts { get; set; }

    /// <summary>A person asked for another order.</summary>
    [Parameter]
    public EventCallback<InboxSort> SortChanged { get; set; }

    /// <summary>A person asked, by Shift and a header, for one more column in the order.</summary>
    [Parameter]
    public EventCallback<InboxSort> NextSort { get; set; }

    [Parameter, EditorRequired]
    public required GridLook Look { get; set; }

    /// <summary>A person moved a column or changed its width.</summary>
    [Parameter]
    public EventCallback<GridLook> LookChanged { get; set; }

    /// <summary>How much of the list is selected.</summary>
    [Parameter]
    public SelectionExtent Extent { get; set; }

    /// <summary>Whether there is no row to select.</summary>
    [Parameter]
    public bool IsEmpty { get; set; }

    /// <summary>What was done to a column, in words.</summary>
    [Parameter]
    public EventCallback<string> Said { get; set; }

    [Inject]
    private ScriptModules Scripts { get; set; } = default!;

    private IReadOnlyList<InboxSort> Order => Sorts.Count == 0 ? [InboxQuery.DefaultSort] : Sorts;

    /// <summary>A column is to have another width. Called by the module.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="width">In CSS pixels; <see langword="null"/> for the list's own.</param>
    [JSInvokable]
    public Task Resize(string column, int? width) => ChangeAsync(column, known => Look.Resize(known, width));

    /// <summary>A column is to stand one place further to the left (-1) or right (1). Called by the module.</summary>
    [JSInvokable]
    public Task Move(string column, int by) => ChangeAsync(column, known => Look.Move(known, Math.Sign(by)));

    /// <summary>A column was dropped beside another. Called by the module.</summary>
    [JSInvokable]
    public Task Drop(string column, string beside, bool after) =>
        ChangeAsync(column, known => TryRead(beside, out var other) ? Look.MoveBeside(known, other, after) : Look);

    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        if (_attached is not null)
        {
            try
            {
                await _attached.InvokeVoidAsync("detach");
                await _attached.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The page is gone and its listeners with it.
            }
        }

        _self?.Dispose();
    }

    // The list is drawn again at each scroll, its headers only when something of theirs has changed.
    protected override void OnParametersSet()
    {
        _isStale = _drawn is not { } drawn || !drawn.Sorts.SequenceEqual(Sorts) || (drawn.Look, drawn.Extent, drawn.IsEmpty) != (Look, Extent, IsEmpty);
        _drawn = (Sorts, Look, Extent, IsEmpty);
    }

    protected override bool ShouldRender() => _isStale;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = ScriptModules.Reference(this);
        var module = await Scripts.ImportAsync(Module, _life.Token);
        _attached = await module.InvokeAsync<IJSObjectReference>("attach", _life.Token, _head, _self, GridLook.Step);
    }

    private async Task ChangeAsync(string column, Func<InboxColumn, GridLook> change)
    {
        if (!TryRead(column, out var known) || !Look.IsShown(known)) return;
        var (before, after) = (Look, change(known));
        await LookChanged.InvokeAsync(after);
        await Said.InvokeAsync(after.Describe(known, before));
    }

    private static bool TryRead(string name, out InboxColumn column) => Enum.TryParse(name, out column) && Enum.IsDefined(column);

    private Task SortByAsync(GridColumn column, bool next) =>
        (next ? NextSort : SortChanged).InvokeAsync(new InboxSort(column.Sort, SortOf(column) is { } sort && (next || sort == Order[0]) ? !sort.Descending : column.NewestFirst));

    private InboxSort? SortOf(GridColumn column) => Order.Where(sort => sort.Column == column.Sort).Select(sort => (InboxSort?)sort).FirstOrDefault();

    private string? DirectionOf(GridColumn column) => SortOf(column) is { } sort ? sort.Descending ? "descending" : "ascending" : null;

    /// <summary>The place of a column in the order, counted from 1; <see langword="null"/> where it decides alone or not at all.</summary>
    private int? RankOf(GridColumn column) => Order.Count > 1 && Order.Select(sort => sort.Column).ToList().IndexOf(column.Sort) is >= 0 and var index ? index + 1 : null;
}
