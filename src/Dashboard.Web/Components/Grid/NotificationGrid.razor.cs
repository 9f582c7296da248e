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
    private static readonly IReadOnlySet<GroupKey> NoGroups = new HashSet<GroupKey>();

    private readonly HashSet<GroupKey> _open = [];
    private readonly LineNames _names = new();
    private ElementReference _grid;
    private GridLines _lines = new(InboxView.Empty, NoGroups);
    private string? _shownQuery;
    private NotificationKey? _givenCursor;
    private LineKey? _cursor;
    private int _cursorLine = -1;
    private DateTimeOffset _now;
    private string? _said;

    // The rendered window, and of it what the person sees; counted in lines.
    private int _first;
    private int _count = 24;
    private int _top;

    // A jump the browser has to make: a new number says that target and alignment are to be obeyed once.
    private int _jump;
    private int _target;
    private string _align = "start";

    /// <summary>The rows, in order and in groups. A newer view keeps the reader's place unless <see cref="Query"/> changed with it.</summary>
    [Parameter, EditorRequired]
    public required IInboxView View { get; set; }

    /// <summary>The order <see cref="View"/> is in, the first column deciding first; empty for newest first. Only shown here, the page does the sorting.</summary>
    [Parameter]
    public IReadOnlyList<InboxSort> Sorts { get; set; } = [];

    /// <summary>A person asked for another order.</summary>
    [Parameter]
    public EventCallback<InboxSort> SortChanged { get; set; }

    /// <summary>A person asked, by Shift and a header, for one more column in the order.</summary>
    [Parameter]
    public EventCallback<InboxSort> NextSort { get; set; }

    /// <summary>What <see cref="View"/> answers and in which order, in its canonical form: when it changes the list starts at the top.</summary>
    [Parameter]
    public string? Query { get; set; }

    /// <summary>The time that the bars of a group stand for.</summary>
    [Parameter]
    public GroupSpan Span { get; set; } = GroupSpan.Fortnight;

    /// <summary>Which columns are shown and how.</summary>
    [Parameter]
    public GridLook Look { get; set; } = GridLook.Default;

    /// <summary>A person moved a column or changed its width.</summary>
    [Parameter]
    public EventCallback<GridLook> LookChanged { get; set; }

    /// <summary>The marked notifications; this grid changes it in place.</summary>
    [Parameter]
    public NotificationSelection Selection { get; set; } = new();

    [Parameter]
    public EventCallback SelectionChanged { get; set; }

    /// <summary>Everything in the view is to be selected: asked for with a key, when the rows on screen were already.</summary>
    [Parameter]
    public EventCallback OnSelectAll { get; set; }

    /// <summary>
    /// The notification the cursor stands on; <see langword="null"/> for none and for the head of a group. Setting another one brings its
    /// row into view and opens its group.
    /// </summary>
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

    /// <summary>
    /// Told after each drawing which rows are on screen, without those that are folded away: the position of the first in the view and how
    /// many follow it. Told several times where heads of groups stand between. Must be quick; draws nothing.
    /// </summary>
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

    private bool IsGrouped => View.Groups is not null;

    private string? Level => IsGrouped ? "2" : null;

    private int RenderedCount => Math.Min(_count, _lines.Count - _first);

    private string? CursorName =>
        _cursor is { } key && _cursorLine >= _first && _cursorLine < _first + RenderedCount ? _names.Of(key) : null;

    /// <summary>Puts the keyboard on the grid without scrolling the page.</summary>
    public ValueTask FocusAsync() => _grid.FocusAsync(preventScroll: true);

    protected override async Task OnParametersSetAsync()
    {
        _now = Time.GetUtcNow();
        Selection.Follow(View);
        var was = CursorRow;
        if (!ReferenceEquals(View, _lines.View))
        {
            ShowLines(new GridLines(View, _open), fromTop: Query != _shownQuery || ReferenceEquals(_lines.View, InboxView.Empty));
            _shownQuery = Query;
        }

        if (TakeCursor() || CursorRow != was) await CursorChanged.InvokeAsync(CursorRow);
    }

    private NotificationKey? CursorRow => _cursor?.Row;

    /// <summary>Finds the reader's place and the cursor again in new lines.</summary>
    /// <param name="lines">What is shown from now on.</param>
    /// <param name="fromTop">Whether they are another answer, not a newer state of the same.</param>
    private void ShowLines(GridLines lines, bool fromTop)
    {
        var (before, change) = (_lines, new LineChange(_lines, lines));
        _lines = lines;
        if (fromTop)
        {
            if (!ComesBack()) Jump(0, "start");
            _comingBack = null;
        }
        else if (_top > 0)
        {
            var top = change.Follow(_top);
            // Lines that survived are anchored by the browser, to the pixel; only a lost place has to be told.
            if (lines.Count > 0 && lines.Place(before[Math.Min(_top, before.Count - 1)].Key) < 0) Jump(top, "start");
            else ShowAround(_first + top - _top);
            _top = Math.Max(top, 0);
        }

        ShowAround(_first);

        if (_cursor is not { } key) return;
        _cursorLine = lines.Place(key) is var found and >= 0 ? found : change.Follow(_cursorLine);
        _cursor = _cursorLine < 0 ? null : lines[_cursorLine].Key;
    }

    /// <summary>Follows the page where it put the cursor on another notification.</summary>
    /// <returns>Whether the grid could not follow and the page has to be told.</returns>
    private bool TakeCursor()
    {
        if (Cursor == _givenCursor) return false;
        _givenCursor = Cursor;
        if (Cursor == CursorRow) return false;

        if (Cursor is { } row && View.PositionOf(row) < 0) return true;
        if (Cursor is { } folded && _lines.HeadOf(folded) is { } head && _open.Add(head)) ShowLines(new GridLines(View, _open), fromTop: false);

        _cursor = Cursor is { } key ? new LineKey(key) : null;
        _cursorLine = _cursor is { } line ? _lines.Place(line) : -1;
        if (_cursorLine >= 0) Jump(_cursorLine, "nearest");
        return false;
    }

    private void Jump(int line, string align)
    {
        _jump++;
        (_target, _align) = (line, align);
        if (line < _first || line >= _first + RenderedCount || align == "start") ShowAround(align == "start" ? line : line - _count / 2);
        if (align == "start") _top = Math.Max(line, 0);
    }

    private void ShowAround(int first) => _first = Math.Clamp(first, 0, Math.Max(0, _lines.Count - _count));

    /// <summary>Tells the page which rows are on screen.</summary>
    private void TellShown()
    {
        var (run, length) = (0, 0);
        for (var line = _top; line < _first + RenderedCount; line++)
        {
            if (_lines[line].Row is null) continue;
            var position = _lines.RowsOf(line).First;
            if (length > 0 && position != run + length)
            {
                Shown?.Invoke(run, length);
                length = 0;
            }

            if (length++ == 0) run = position;
        }

        if (length > 0) Shown?.Invoke(run, length);
    }

    private void Say(string what) => _said = what;
}
