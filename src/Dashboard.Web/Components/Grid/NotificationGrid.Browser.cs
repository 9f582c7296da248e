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
    private DotNetObjectReference<ComponentBase>? _self;
    private IJSObjectReference? _attached;
    private Task _ticking = Task.CompletedTask;

    [Inject]
    private ScriptModules Scripts { get; set; } = default!;

    /// <summary>The browser wants other lines. Called by the module.</summary>
    /// <param name="first">Place of the first line wanted.</param>
    /// <param name="count">How many lines.</param>
    /// <param name="top">Place of the first line the person sees.</param>
    [JSInvokable]
    public void ShowRows(int first, int count, int top)
    {
        _count = Math.Clamp(count, 1, MostRows);
        _top = Math.Clamp(top, 0, Math.Max(0, _lines.Count - 1));
        ShowAround(first);
        StateHasChanged();
    }

    /// <summary>The cursor came to rest. Called by the module.</summary>
    /// <param name="place">Where the person saw it.</param>
    /// <param name="name">The line's name, where the line was in the page.</param>
    [JSInvokable]
    public Task MoveCursor(int place, string? name) =>
        Find(place, name) is { } line ? StandOnAsync(line) : Task.CompletedTask;

    /// <summary>A row was opened, or a group opened or closed. Called by the module.</summary>
    [JSInvokable]
    public async Task OpenRow(int place, string? name)
    {
        if (Find(place, name) is not { } line) return;
        await StandOnAsync(line);
        if (line.Row is { } row) await OnOpen.InvokeAsync(row);
        else Fold(line, isOpen: !_lines[_cursorLine].IsOpen);
    }

    /// <summary>A group is to show its rows. Called by the module.</summary>
    [JSInvokable]
    public async Task Unfold(int place, string? name)
    {
        if (Find(place, name) is not { Group: not null } line) return;
        await StandOnAsync(line);
        Fold(line, isOpen: true);
    }

    /// <summary>A group is to hide its rows; from one of its rows the cursor goes to its head first. Called by the module.</summary>
    [JSInvokable]
    public async Task FoldUp(int place, string? name)
    {
        if (Find(place, name) is not { } line) return;
        if (line.Row is { } row)
        {
            if (_lines.HeadOf(row) is not { } head) return;
            await StandOnAsync(new LineKey(head));
            Jump(_cursorLine, "nearest");
            return;
        }

        await StandOnAsync(line);
        Fold(line, isOpen: false);
    }

    /// <summary>The mark of a row, or of all rows of a group, was set or taken away. Called by the module.</summary>
    [JSInvokable]
    public Task ToggleRow(int place, string? name) => SelectAsync(place, name, Selection.Toggle);

    /// <summary>A range is drawn to a line. Called by the module.</summary>
    /// <param name="place">Where the person saw the line.</param>
    /// <param name="name">The line's name, where the line was in the page.</param>
    /// <param name="fromCursor">Whether the range begins where the cursor stands, not at the line marked last.</param>
    [JSInvokable]
    public Task ExtendTo(int place, string? name, bool fromCursor) => SelectAsync(place, name, line =>
    {
        if ((fromCursor || Selection.Anchor is null) && _cursor is { } cursor) Selection.StartRange(cursor);
        Selection.ExtendTo(line);
    });

    /// <summary>The lines on screen are to be selected; where they are already, the page is asked for all the rest. Called by the module.</summary>
    /// <param name="first">Place of the first line on screen.</param>
    /// <param name="last">Place of the last line on screen.</param>
    [JSInvokable]
    public Task SelectScreen(int first, int last)
    {
        if (_lines.Count == 0) return Task.CompletedTask;
        var from = _lines.RowsOf(Math.Clamp(first, 0, _lines.Count - 1)).First;
        var to = _lines.RowsOf(Math.Clamp(last, 0, _lines.Count - 1)) is var end ? end.First + end.Count : from;
        if (Selection.ExtentOf(from, to - from) is SelectionExtent.All) return OnSelectAll.InvokeAsync();
        Selection.AddScreen(from, to - from);
        return TellSelectedAsync();
    }

    /// <summary>Nothing is to be selected. Called by the module.</summary>
    [JSInvokable]
    public Task SelectNone()
    {
        Selection.Clear();
        return TellSelectedAsync();
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
        TellShown();
        if (!firstRender) return;

        _ticking = TickAsync();
        _self = ScriptModules.Reference(this);
        var module = await Scripts.ImportAsync(Module, _life.Token);
        _attached = await module.InvokeAsync<IJSObjectReference>("attach", _life.Token, _grid, _self);
    }

    private async Task SelectAsync(int place, string? name, Action<LineKey> select)
    {
        if (Find(place, name) is not { } line) return;
        select(line);
        await StandOnAsync(line);
        await TellSelectedAsync();
    }

    private Task TellSelectedAsync()
    {
        StateHasChanged();
        return SelectionChanged.InvokeAsync();
    }

    private async Task StandOnAsync(LineKey line)
    {
        var was = CursorRow;
        (_cursor, _cursorLine) = (line, _lines.Place(line));
        StateHasChanged();
        if (CursorRow != was) await CursorChanged.InvokeAsync(CursorRow);
    }

    private void Fold(LineKey head, bool isOpen)
    {
        if (head.Group is { } group && (isOpen ? _open.Add(group) : _open.Remove(group))) ShowLines(new GridLines(View, _open), fromTop: false);
        StateHasChanged();
    }

    /// <summary>The line the person meant: the one they saw; by place only where none was in the page yet.</summary>
    private LineKey? Find(int place, string? name)
    {
        if (name is not null) return _names.TryRead(name, out var line) && _lines.Place(line.Value) >= 0 ? line : null;
        return place >= 0 && place < _lines.Count ? _lines[place].Key : null;
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
