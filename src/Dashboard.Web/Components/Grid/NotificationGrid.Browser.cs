using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Grid;

/// <summary>What the grid and its module in the browser say to each other. Everything the browser says is checked against the view.</summary>
public sealed partial class NotificationGrid
{
    /// <summary>The address of the module beside the component.</summary>
    public const string Module = "./Components/Grid/NotificationGrid.razor.js";

    /// <summary>Rows in the page at most, whatever a browser asks for.</summary>
    private const int MostRows = 500;

    private readonly ComponentLifetime _life = new();
    private DotNetObjectReference<NotificationGrid>? _self;
    private IJSObjectReference? _attached;
    private Task _ticking = Task.CompletedTask;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <summary>The browser wants other rows. Called by the module.</summary>
    /// <param name="first">Position of the first row wanted.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="top">Position of the first row the person sees.</param>
    [JSInvokable]
    public void ShowRows(int first, int count, int top)
    {
        _count = Math.Clamp(count, 1, MostRows);
        _top = Math.Clamp(top, 0, Math.Max(0, View.Count - 1));
        ShowAround(first);
        StateHasChanged();
    }

    /// <summary>The cursor came to rest. Called by the module.</summary>
    /// <param name="position">Where the person saw it.</param>
    /// <param name="row">The row's name, where the row was in the page.</param>
    [JSInvokable]
    public Task MoveCursor(int position, string? row) =>
        Find(position, row) is { } key ? StandOnAsync(key) : Task.CompletedTask;

    /// <summary>A row was opened. Called by the module.</summary>
    [JSInvokable]
    public async Task OpenRow(int position, string? row)
    {
        if (Find(position, row) is not { } key) return;
        await StandOnAsync(key);
        await OnOpen.InvokeAsync(key);
    }

    /// <summary>A row's mark was set or taken away. Called by the module.</summary>
    [JSInvokable]
    public Task ToggleRow(int position, string? row) => SelectAsync(position, row, Selection.Toggle);

    /// <summary>A range is drawn to a row. Called by the module.</summary>
    /// <param name="position">Where the person saw the row.</param>
    /// <param name="row">The row's name, where the row was in the page.</param>
    /// <param name="fromCursor">Whether the range begins where the cursor stands, not at the row marked last.</param>
    [JSInvokable]
    public Task ExtendTo(int position, string? row, bool fromCursor) => SelectAsync(position, row, key =>
    {
        if ((fromCursor || Selection.Anchor is null) && _cursor is { } cursor) Selection.StartRange(cursor);
        Selection.ExtendTo(View, key);
    });

    /// <summary>Every row of the view is selected, or none. Called by the module.</summary>
    [JSInvokable]
    public Task SelectAll(bool all)
    {
        if (all) Selection.SelectAll(View);
        else Selection.Clear();
        StateHasChanged();
        return SelectionChanged.InvokeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        await _ticking;
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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        Shown?.Invoke(_top, _first + RenderedCount - _top);
        if (!firstRender) return;

        _ticking = TickAsync();
        _self = DotNetObjectReference.Create(this);
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", _life.Token, Module);
        _attached = await module.InvokeAsync<IJSObjectReference>("attach", _life.Token, _grid, _self);
    }

    private async Task SelectAsync(int position, string? row, Action<NotificationKey> select)
    {
        if (Find(position, row) is not { } key) return;
        select(key);
        await StandOnAsync(key);
        StateHasChanged();
        await SelectionChanged.InvokeAsync();
    }

    private async Task StandOnAsync(NotificationKey key)
    {
        var moved = key != _cursor;
        (_cursor, _cursorPosition) = (key, View.PositionOf(key));
        StateHasChanged();
        if (moved) await CursorChanged.InvokeAsync(key);
    }

    /// <summary>The notification the person meant: the one whose row they saw; by position only where no row was in the page yet.</summary>
    private NotificationKey? Find(int position, string? row)
    {
        if (row is not null) return RowName.TryParse(row, out var key) && View.PositionOf(key.Value) >= 0 ? key : null;
        return position >= 0 && position < View.Count ? View[position].Key : null;
    }

    /// <summary>Keeps "3 min ago" true while nothing else happens.</summary>
    private async Task TickAsync()
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), Time);
        try
        {
            while (await minute.WaitForNextTickAsync(_life.Token))
            {
                _now = Time.GetUtcNow();
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException)
        {
            // The grid left the page.
        }
    }
}
