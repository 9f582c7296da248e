using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Grid;

/// <summary>Coming back to a place in the list: by Back, by Forward, by a reload.</summary>
public sealed partial class NotificationGrid
{
    private GridPlace? _comingBack;

    /// <summary>The browser returned to an entry of its history that had a place. Called by the module, before or after the list of that entry is there.</summary>
    [JSInvokable]
    public Task ComeBack(GridPlace place)
    {
        _comingBack = place;
        if (place.Query != _shownQuery || _lines.Count == 0) return Task.CompletedTask;
        var was = CursorRow;
        ComesBack();
        _comingBack = null;
        StateHasChanged();
        return CursorRow == was ? Task.CompletedTask : CursorChanged.InvokeAsync(CursorRow);
    }

    /// <summary>Goes to the place that the browser came back to, where it is one of the lines shown now.</summary>
    /// <returns>Whether there was one.</returns>
    private bool ComesBack()
    {
        if (_comingBack is not { } place || place.Query != Query || _lines.Count == 0) return false;
        if (LineAt(place.Cursor, place.CursorName) is >= 0 and var cursor) (_cursor, _cursorLine) = (_lines[cursor].Key, cursor);
        Jump(Math.Max(0, LineAt(place.Top, place.TopName)), "start");
        return true;
    }

    /// <summary>The line of that name wherever it stands now; where it has gone, what stands in its place.</summary>
    private int LineAt(int place, string? name) =>
        name is not null && _names.TryRead(name, out var line) && _lines.Place(line.Value) is >= 0 and var found ? found : Math.Min(place, _lines.Count - 1);
}
