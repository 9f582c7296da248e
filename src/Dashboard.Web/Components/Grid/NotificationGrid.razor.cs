using System.Globalization;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Grid;

/// <summary>
/// The list of notifications: an ARIA grid that keeps only the rows on screen in the page, so a million rows cost as much as a hundred.
/// </summary>
/// <remarks>
/// The module beside it owns pixels: it scrolls, moves the cursor's highlight in the same frame and asks for rows. This class owns
/// rows: which are rendered, which notification the cursor stands on, what is selected. Both speak of positions and row names only.
/// </remarks>
public sealed partial class NotificationGrid : ComponentBase, IAsyncDisposable
{
    private static readonly IReadOnlyDictionary<NotificationKey, string> NoMarks = new Dictionary<NotificationKey, string>();

    private ElementReference _grid;
    private IInboxView? _shown;
    private InboxSort _shownSort;
    private string? _shownQuery;
    private NotificationKey? _givenCursor;
    private NotificationKey? _cursor;
    private int _cursorPosition = -1;
    private DateTimeOffset _now;

    // The rendered window, and of it what the person sees.
    private int _first;
    private int _count = 24;
    private int _top;

    // A jump the browser has to make: a new number says that target and alignment are to be obeyed once.
    private int _jump;
    private int _target;
    private string _align = "start";

    /// <summary>The rows, in order. A newer view keeps the reader's place unless <see cref="Sort"/> or <see cref="Query"/> changed with it.</summary>
    [Parameter, EditorRequired]
    public required IInboxView View { get; set; }

    /// <summary>The order <see cref="View"/> is in; only shown here, the page does the sorting.</summary>
    [Parameter]
    public InboxSort Sort { get; set; }

    /// <summary>A person asked for another order.</summary>
    [Parameter]
    public EventCallback<InboxSort> SortChanged { get; set; }

    /// <summary>A person asked, by Shift and a header, for one more column in the order.</summary>
    [Parameter]
    public EventCallback<InboxSort> NextSort { get; set; }

    /// <summary>What <see cref="View"/> answers, in its canonical form: when it changes the list starts at the top.</summary>
    [Parameter]
    public string? Query { get; set; }

    /// <summary>The marked notifications; this grid changes it in place.</summary>
    [Parameter]
    public NotificationSelection Selection { get; set; } = new();

    [Parameter]
    public EventCallback SelectionChanged { get; set; }

    /// <summary>The notification the cursor stands on. Setting another one brings its row into view.</summary>
    [Parameter]
    public NotificationKey? Cursor { get; set; }

    [Parameter]
    public EventCallback<NotificationKey?> CursorChanged { get; set; }

    /// <summary>The notification whose detail is open beside the grid.</summary>
    [Parameter]
    public NotificationKey? Open { get; set; }

    /// <summary>A person opened a row, by click or key.</summary>
    [Parameter]
    public EventCallback<NotificationKey> OnOpen { get; set; }

    /// <summary>Told after each drawing which rows are on screen: the position of the first and how many. Must be quick; draws nothing.</summary>
    [Parameter]
    public Action<int, int>? Shown { get; set; }

    /// <summary>Rows with a remark, such as "Not deleted by Make"; shown in words before the subject.</summary>
    [Parameter]
    public IReadOnlyDictionary<NotificationKey, string> Marks { get; set; } = NoMarks;

    /// <summary>A short word for every remark, which then stands in its tooltip; <see langword="null"/> to show the remark itself.</summary>
    [Parameter]
    public string? Mark { get; set; }

    /// <summary>The name of a zone by its domain.</summary>
    [Parameter]
    public Func<string, string> ZoneName { get; set; } = domain => domain;

    /// <summary>The reader's time zone, as <see cref="BrowserTime"/> tells it.</summary>
    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>What stands in place of the rows where there are none.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Whether a newer view is on its way.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>The grid's name for assistive technology.</summary>
    [Parameter]
    public string Label { get; set; } = "Notifications";

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>The first notification on screen; a place to come back to with <see cref="ScrollToAsync"/>. Exact to a few rows.</summary>
    public NotificationKey? TopRow => _top < View.Count ? View[_top].Key : null;

    private int RenderedCount => Math.Min(_count, View.Count - _first);

    private SelectionExtent SelectedExtent => Selection.ExtentIn(View);

    private string? CursorRowName =>
        _cursor is { } key && _cursorPosition >= _first && _cursorPosition < _first + RenderedCount ? RowName.Of(key) : null;

    /// <summary>Puts the keyboard on the grid without scrolling the page.</summary>
    public ValueTask FocusAsync() => _grid.FocusAsync(preventScroll: true);

    /// <summary>Scrolls until a notification is the first one on screen; does nothing where the view does not hold it.</summary>
    public Task ScrollToAsync(NotificationKey key) => InvokeAsync(() =>
    {
        if (View.PositionOf(key) is not (>= 0 and var position)) return;
        Jump(position, "start");
        StateHasChanged();
    });

    protected override async Task OnParametersSetAsync()
    {
        _now = Time.GetUtcNow();
        var moved = TakeView();
        moved |= TakeCursor();
        if (moved) await CursorChanged.InvokeAsync(_cursor);
    }

    /// <summary>Finds the reader's place and the cursor again in a new view.</summary>
    /// <returns>Whether the cursor now stands on another notification.</returns>
    private bool TakeView()
    {
        var before = _shown;
        if (ReferenceEquals(before, View)) return false;
        _shown = View;

        var change = new ViewChange(before ?? View, View);
        if (Sort != _shownSort || Query != _shownQuery || before is null)
        {
            (_shownSort, _shownQuery) = (Sort, Query);
            Jump(0, "start");
        }
        else if (_top > 0)
        {
            var top = change.Follow(_top);
            // Rows that survived are anchored by the browser, to the pixel; only a lost place has to be told.
            if (View.Count > 0 && View.PositionOf(before[Math.Min(_top, before.Count - 1)].Key) < 0) Jump(top, "start");
            else ShowAround(_first + top - _top);
            _top = Math.Max(top, 0);
        }

        _first = Math.Clamp(_first, 0, Math.Max(0, View.Count - _count));

        var cursor = _cursor;
        if (cursor is { } key)
        {
            _cursorPosition = View.PositionOf(key) is var found and >= 0 ? found : change.Follow(_cursorPosition);
            _cursor = _cursorPosition < 0 ? null : View[_cursorPosition].Key;
        }

        return cursor != _cursor;
    }

    /// <summary>Follows the page where it put the cursor on another notification.</summary>
    /// <returns>Whether the grid could not follow and the page has to be told.</returns>
    private bool TakeCursor()
    {
        if (Cursor == _givenCursor) return false;
        _givenCursor = Cursor;
        if (Cursor == _cursor) return false;

        var position = Cursor is { } key ? View.PositionOf(key) : -1;
        if (Cursor is not null && position < 0) return true;

        (_cursor, _cursorPosition) = (Cursor, position);
        if (position >= 0) Jump(position, "nearest");
        return false;
    }

    private void Jump(int position, string align)
    {
        _jump++;
        (_target, _align) = (position, align);
        if (position < _first || position >= _first + RenderedCount || align == "start") ShowAround(align == "start" ? position : position - _count / 2);
        if (align == "start") _top = Math.Max(position, 0);
    }

    private void ShowAround(int first) => _first = Math.Clamp(first, 0, Math.Max(0, View.Count - _count));

    private Task SortByAsync(GridColumn column, bool next) =>
        (next ? NextSort : SortChanged).InvokeAsync(new InboxSort(column.Sort, Sort.Column == column.Sort ? !Sort.Descending : column.NewestFirst));

    private string? SortOf(GridColumn column) => Sort.Column != column.Sort ? null : Sort.Descending ? "descending" : "ascending";

    private static string SubjectOf(InboxRow row) => row.Subject.Length == 0 ? "(no subject)" : row.Subject;

    private static string MachineTime(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
