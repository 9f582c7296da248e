using AngleSharp.Dom;
using Bunit;
using Dashboard.Client;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Components.Tests.Grid;

public sealed class NotificationGridTests : BunitContext
{
    private static readonly Guid Connection = Guid.Parse("5f0c4b6e-3f0f-4f4e-9c55-0d7a4c1f1a01");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly NotificationSelection _selection = new();

    public NotificationGridTests()
    {
        Services.AddScoped<ScriptModules>();
        Services.AddSingleton<TimeProvider>(_time);
        JSInterop.SetupModule(GridHead.Module).SetupModule("attach", _ => true).SetupVoid("detach").SetVoidResult();
        JSInterop.SetupModule(NotificationGrid.Module).SetupModule("attach", _ => true).SetupVoid("detach").SetVoidResult();
    }

    [Fact]
    public void Grid_says_how_many_rows_and_columns_there_are()
    {
        var grid = Show(Rows(1000)).Find("[role=grid]");

        Assert.Equal("1001", grid.GetAttribute("aria-rowcount"));
        Assert.Equal("7", grid.GetAttribute("aria-colcount"));
        Assert.Equal("true", grid.GetAttribute("aria-multiselectable"));
        Assert.Equal("0", grid.GetAttribute("tabindex"));
        Assert.Equal("Notifications", grid.GetAttribute("aria-label"));
        Assert.Equal("false", grid.GetAttribute("aria-busy"));
    }

    [Fact]
    public void Grid_that_waits_for_a_newer_view_is_busy() =>
        Assert.Equal("true", Show(Rows(1), p => p.Add(g => g.Busy, true)).Find("[role=grid]").GetAttribute("aria-busy"));

    [Fact]
    public async Task Only_the_rows_asked_for_are_in_the_page_each_with_its_place_in_the_whole()
    {
        var grid = Show(Rows(1000));
        await grid.InvokeAsync(() => grid.Instance.ShowRows(500, 30, 505));

        var rows = RowsOf(grid);
        Assert.Equal(30, rows.Count);
        Assert.Equal("502", rows[0].GetAttribute("aria-rowindex"));
        Assert.Equal("531", rows[^1].GetAttribute("aria-rowindex"));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], rows[0].Children.Select(cell => cell.GetAttribute("aria-colindex")));
        Assert.All(rows[0].Children, cell => Assert.Equal("gridcell", cell.GetAttribute("role")));
    }

    [Theory]
    [InlineData(990, 30, 30)]
    [InlineData(-5, 0, 1)]
    [InlineData(int.MaxValue, int.MaxValue, 500)]
    public async Task Rows_asked_for_beyond_the_view_stop_at_its_ends(int first, int count, int expected)
    {
        var grid = Show(Rows(1000));
        await grid.InvokeAsync(() => grid.Instance.ShowRows(first, count, first));

        Assert.Equal(expected, RowsOf(grid).Count);
    }

    [Fact]
    public void Row_shows_what_is_known_of_the_notification()
    {
        var row = RowAt(0) with { Subject = "Quota <b>reached</b>", Created = Now.AddHours(-2) };
        var grid = Show([row], p => p.Add(g => g.ZoneName, _ => "Europe 1").Add(g => g.TimeZone, TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague")));

        Assert.Equal("Quota <b>reached</b>", grid.Find(".rows .subject").TextContent.Trim());
        Assert.Equal("Europe 1", grid.Find(".rows .zone").TextContent);
        Assert.Equal("1", grid.Find(".rows .type").TextContent);
        Assert.Equal("1000", grid.Find(".rows .id").TextContent);
        var time = grid.Find(".rows time");
        Assert.Equal("2 h ago", time.TextContent);
        Assert.Equal("2026-11-23T10:00:00Z", time.GetAttribute("datetime"));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("</div></div><script>alert(1)</script>")]
    [InlineData("<!-- \" ' > & &lt;b&gt; &amp;")]
    [InlineData("\" onmouseover=alert(1) x=\"")]
    [InlineData("a+b %3Cb%3E\u2028 žluťoučký 鳥 \U0001F426")]
    public void Hostile_texts_stand_in_a_row_as_they_are(string text)
    {
        var row = RowAt(0) with { Subject = text };
        var grid = Show([row], p => p
            .Add(g => g.ZoneName, _ => text)
            .Add(g => g.Marks, new Dictionary<NotificationKey, string> { [row.Key] = text }));

        Assert.Equal(text + text, grid.Find(".rows .subject").TextContent);
        Assert.Equal(text, grid.Find(".rows .zone").TextContent);
        Assert.Equal(text, grid.Find(".rows .mark").GetAttribute("title"));
        Assert.Equal(7, Assert.Single(RowsOf(grid)).Children.Length);
        Assert.Equal(["div", "span", "strong", "time", "input"], grid.FindAll(".rows [role=row] *").Select(element => element.LocalName).Distinct().OrderBy(name => "div span strong time input".IndexOf(name, StringComparison.Ordinal)));
        Assert.All(grid.FindAll(".rows *").SelectMany(element => element.Attributes), attribute => Assert.DoesNotContain(attribute.Name, (string[])["onmouseover", "onerror", "src", "x"]));
    }

    [Fact]
    public void Row_without_a_subject_says_so() =>
        Assert.Equal("(no subject)", Show([RowAt(0) with { Subject = "" }]).Find(".rows .subject").TextContent.Trim());

    [Fact]
    public void Id_beyond_64_bits_is_shown_digit_for_digit()
    {
        var key = RowAt(0).Key with { Id = new NotificationId(UInt128.Parse("18446744073709551617", null)) };

        Assert.Equal("18446744073709551617", Show([RowAt(0) with { Key = key }]).Find(".rows .id").TextContent);
    }

    [Fact]
    public void Read_state_is_told_in_words()
    {
        var rows = RowsOf(Show([RowAt(0), RowAt(1) with { Read = Now }]));

        Assert.Equal("Unread", rows[0].QuerySelector(".state")!.TextContent);
        Assert.Contains("unread", rows[0].ClassList);
        Assert.Equal("Read", rows[1].QuerySelector(".state")!.TextContent);
        Assert.DoesNotContain("unread", rows[1].ClassList);
    }

    [Fact]
    public void Created_keeps_up_with_the_clock()
    {
        var grid = Show([RowAt(0) with { Created = Now.AddSeconds(-30) }]);
        Assert.Equal("just now", grid.Find("time").TextContent);

        _time.Advance(TimeSpan.FromMinutes(1));

        grid.WaitForAssertion(() => Assert.Equal("1 min ago", grid.Find("time").TextContent));
    }

    [Theory]
    [InlineData(InboxColumn.Created, true, "descending")]
    [InlineData(InboxColumn.Zone, false, "ascending")]
    public void Only_the_sorted_column_tells_its_direction(InboxColumn column, bool descending, string expected)
    {
        var headers = Show(Rows(3), p => p.Add(g => g.Sorts, [new InboxSort(column, descending)])).FindAll("[role=columnheader]");

        var sorted = Assert.Single(headers, header => header.HasAttribute("aria-sort"));
        Assert.Equal(expected, sorted.GetAttribute("aria-sort"));
        Assert.Equal(column.ToString(), sorted.TextContent.Trim());
    }

    [Theory]
    [InlineData("state", InboxColumn.Read, false)]
    [InlineData("subject", InboxColumn.Subject, false)]
    [InlineData("zone", InboxColumn.Zone, false)]
    [InlineData("type", InboxColumn.Type, false)]
    [InlineData("id", InboxColumn.Id, true)]
    [InlineData("created", InboxColumn.Created, false)]
    public void Header_asks_for_its_column_and_turns_the_one_sorted_by(string style, InboxColumn column, bool descending)
    {
        InboxSort? asked = null;
        var grid = Show(Rows(3), p => p.Add(g => g.Sorts, [new InboxSort(InboxColumn.Created, true)]).Add(g => g.SortChanged, sort => asked = sort));

        grid.Find($"[role=columnheader].{style} button").Click(new MouseEventArgs());

        Assert.Equal(new InboxSort(column, descending), asked);
    }

    [Fact]
    public void Header_with_Shift_asks_for_its_column_as_the_next_one()
    {
        InboxSort? asked = null;
        var grid = Show(Rows(3), p => p
            .Add(g => g.Sorts, [new InboxSort(InboxColumn.Created, true)])
            .Add(g => g.SortChanged, _ => Assert.Fail("The order was replaced."))
            .Add(g => g.NextSort, sort => asked = sort));

        grid.Find("[role=columnheader].zone button").Click(new MouseEventArgs { ShiftKey = true });

        Assert.Equal(new InboxSort(InboxColumn.Zone, false), asked);
    }

    [Fact]
    public async Task Boxes_and_rows_show_the_selection()
    {
        var told = 0;
        var grid = Show(Rows(5), p => p.Add(g => g.SelectionChanged, () => told++));
        Assert.Equal("None", grid.Find("input.all").GetAttribute("data-extent"));

        await grid.InvokeAsync(() => grid.Instance.ToggleRow(1, RowName.Of(RowAt(1).Key)));
        await grid.InvokeAsync(() => grid.Instance.ExtendTo(3, RowName.Of(RowAt(3).Key), fromCursor: false));

        Assert.Equal(["false", "true", "true", "true", "false"], RowsOf(grid).Select(row => row.GetAttribute("aria-selected")));
        Assert.Equal([false, true, true, true, false], RowsOf(grid).Select(row => row.QuerySelector("input")!.HasAttribute("checked")));
        Assert.Equal("Some", grid.Find("input.all").GetAttribute("data-extent"));
        Assert.Equal(2, told);

        await grid.InvokeAsync(() => grid.Instance.SelectScreen(0, 4));
        Assert.Equal("All", grid.Find("input.all").GetAttribute("data-extent"));
        Assert.True(grid.Find("input.all").HasAttribute("checked"));

        await grid.InvokeAsync(grid.Instance.SelectNone);
        Assert.Equal(0, _selection.Count);
    }

    [Fact]
    public async Task Range_by_key_begins_at_the_cursor()
    {
        var grid = Show(Rows(10));
        await grid.InvokeAsync(() => grid.Instance.ToggleRow(0, null));
        await grid.InvokeAsync(() => grid.Instance.MoveCursor(5, null));
        await grid.InvokeAsync(() => grid.Instance.ExtendTo(6, null, fromCursor: true));
        await grid.InvokeAsync(() => grid.Instance.ExtendTo(7, null, fromCursor: false));

        Assert.Equal([0, 5, 6, 7], _selection.Keys.Select(key => (int)key.Id.Value - 1000).Order());
    }

    [Fact]
    public async Task Opened_row_is_reported_and_the_cursor_stands_on_it()
    {
        NotificationKey? opened = null, cursor = null;
        var grid = Show(Rows(5), p => p.Add(g => g.OnOpen, key => opened = key).Add(g => g.CursorChanged, key => cursor = key));
        await grid.InvokeAsync(() => grid.Instance.OpenRow(2, RowName.Of(RowAt(2).Key)));

        Assert.Equal(RowAt(2).Key, opened);
        Assert.Equal(RowAt(2).Key, cursor);
        Assert.Equal(RowsOf(grid)[2].Id, grid.Find("[role=grid]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task Row_clicked_after_the_view_moved_is_the_one_that_was_seen()
    {
        NotificationKey? opened = null;
        var grid = Show(Rows(5), p => p.Add(g => g.OnOpen, key => opened = key));
        Swap(grid, [RowAt(90), RowAt(91), .. Rows(5)]);

        await grid.InvokeAsync(() => grid.Instance.OpenRow(2, RowName.Of(RowAt(2).Key)));

        Assert.Equal(RowAt(2).Key, opened);
    }

    [Theory]
    [InlineData(2, "n1:not-a-guid:eu1.make.com")]
    [InlineData(2, "n1:5f0c4b6e3f0f4f4e9c550d7a4c1f1a01:elsewhere")]
    [InlineData(2, "")]
    [InlineData(99, null)]
    [InlineData(-1, null)]
    public async Task Row_that_is_not_in_the_view_is_never_opened(int position, string? row)
    {
        var opened = false;
        var grid = Show(Rows(5), p => p.Add(g => g.OnOpen, _ => opened = true));
        await grid.InvokeAsync(() => grid.Instance.OpenRow(position, row));

        Assert.False(opened);
    }

    [Fact]
    public void Open_row_is_the_current_one()
    {
        var rows = RowsOf(Show(Rows(3), p => p.Add(g => g.Open, RowAt(1).Key)));

        Assert.Equal([null, "true", null], rows.Select(row => row.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task Cursor_stays_on_its_notification_when_rows_arrive_above_it()
    {
        var grid = Show(Rows(5));
        await grid.InvokeAsync(() => grid.Instance.MoveCursor(2, null));
        Swap(grid, [RowAt(90), .. Rows(5)]);

        Assert.Equal(RowName.Of(RowAt(2).Key), grid.Find("[role=grid]").GetAttribute("aria-activedescendant"));
        Assert.Equal("3", grid.Find(".rows").GetAttribute("data-cursor"));
    }

    [Fact]
    public async Task Cursor_goes_to_the_next_row_when_its_own_is_deleted()
    {
        NotificationKey? cursor = null;
        var grid = Show(Rows(5), p => p.Add(g => g.CursorChanged, key => cursor = key));
        await grid.InvokeAsync(() => grid.Instance.MoveCursor(2, null));
        Swap(grid, [RowAt(0), RowAt(1), RowAt(3), RowAt(4)]);
        Assert.Equal(RowAt(3).Key, cursor);

        Swap(grid, []);
        Assert.Null(cursor);
        Assert.Null(grid.Find("[role=grid]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task Newer_view_keeps_the_rows_on_screen()
    {
        var grid = Show(Rows(1000));
        await grid.InvokeAsync(() => grid.Instance.ShowRows(500, 30, 505));
        Swap(grid, [.. Enumerable.Range(2000, 100).Select(RowAt), .. Rows(1000)]);

        Assert.Equal(RowName.Of(RowAt(500).Key), RowsOf(grid)[0].Id);
        Assert.Equal("602", RowsOf(grid)[0].GetAttribute("aria-rowindex"));
    }

    [Fact]
    public void Newer_view_shows_its_new_rows_to_a_reader_at_the_top()
    {
        var grid = Show(Rows(100));
        Swap(grid, [RowAt(900), .. Rows(100)]);

        Assert.Equal(RowName.Of(RowAt(900).Key), RowsOf(grid)[0].Id);
    }

    [Fact]
    public async Task Another_order_or_query_starts_at_the_top()
    {
        var grid = Show(Rows(1000));
        await grid.InvokeAsync(() => grid.Instance.ShowRows(500, 30, 505));
        grid.Render(p => p.Add(g => g.View, new RowsView([.. Rows(1000).Reverse()])).Add(g => g.Query, "sort=-id"));
        Assert.Equal("2", RowsOf(grid)[0].GetAttribute("aria-rowindex"));

        await grid.InvokeAsync(() => grid.Instance.ShowRows(500, 30, 505));
        grid.Render(p => p.Add(g => g.View, new RowsView(Rows(600))).Add(g => g.Query, "zone:eu1"));
        Assert.Equal("2", RowsOf(grid)[0].GetAttribute("aria-rowindex"));
    }

    [Fact]
    public void Cursor_set_by_the_page_brings_its_row_into_the_page()
    {
        var grid = Show(Rows(1000));
        grid.Render(p => p.Add(g => g.Cursor, RowAt(700).Key));

        Assert.Contains(RowsOf(grid), row => row.Id == RowName.Of(RowAt(700).Key));
        Assert.Equal("700", grid.Find(".rows").GetAttribute("data-target"));
    }

    [Fact]
    public void Remark_stands_in_words_on_its_row_only()
    {
        var grid = Show(Rows(3), p => p.Add(g => g.Marks, new Dictionary<NotificationKey, string> { [RowAt(1).Key] = "Not deleted by Make" }));

        var mark = Assert.Single(grid.FindAll(".mark"));
        Assert.Equal("Not deleted by Make", mark.TextContent);
        Assert.Equal(RowName.Of(RowAt(1).Key), mark.Closest("[role=row]")!.Id);
    }

    [Fact]
    public void Empty_view_shows_what_the_page_says_and_offers_nothing_to_select()
    {
        var grid = Show([], p => p.Add(g => g.Empty, "<p>Nothing matches.</p>"));

        Assert.Equal("Nothing matches.", grid.Find(".empty p").TextContent);
        Assert.True(grid.Find("input.all").HasAttribute("disabled"));
        Assert.Empty(RowsOf(grid));
    }

    private static InboxRow RowAt(int number) =>
        new(new NotificationKey(Connection, "eu1.make.com", new NotificationId((UInt128)(1000 + number))), $"Subject {number}", 1, Now, null);

    private static InboxRow[] Rows(int count) => [.. Enumerable.Range(0, count).Select(RowAt)];

    private static IReadOnlyList<IElement> RowsOf(IRenderedComponent<NotificationGrid> grid) => grid.FindAll(".rows > [role=row]");

    private static void Swap(IRenderedComponent<NotificationGrid> grid, InboxRow[] rows) =>
        grid.Render(p => p.Add(g => g.View, new RowsView(rows)));

    private IRenderedComponent<NotificationGrid> Show(InboxRow[] rows, Action<ComponentParameterCollectionBuilder<NotificationGrid>>? more = null) =>
        Render<NotificationGrid>(p =>
        {
            p.Add(g => g.View, new RowsView(rows)).Add(g => g.Selection, _selection);
            more?.Invoke(p);
        });
}
