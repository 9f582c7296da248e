using AngleSharp.Dom;
using Bunit;
using Dashboard.Client;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Components.Tests.Grid;

/// <summary>The grid with its rows folded together: five rows of "first", three of "second", one of "third".</summary>
public sealed class GroupedGridTests : BunitContext
{
    private static readonly Guid Connection = Guid.Parse("5f0c4b6e-3f0f-4f4e-9c55-0d7a4c1f1a01");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly InboxRow[] Rows =
    [
        .. Enumerable.Range(0, 5).Select(number => Row(number, "first")),
        .. Enumerable.Range(5, 3).Select(number => Row(number, "second") with { Read = Now }),
        Row(8, "third"),
    ];

    private readonly NotificationSelection _selection = new();

    public GroupedGridTests()
    {
        Services.AddScoped<ScriptModules>();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
        JSInterop.SetupModule(GridHead.Module).SetupModule("attach", _ => true).SetupVoid("detach").SetVoidResult();
        JSInterop.SetupModule(NotificationGrid.Module).SetupModule("attach", _ => true).SetupVoid("detach").SetVoidResult();
    }

    [Fact]
    public void Heads_stand_for_their_rows_and_tell_what_these_share()
    {
        var grid = Show();
        var heads = LinesOf(grid);

        Assert.NotNull(grid.Find("[role=treegrid]"));
        Assert.Equal("4", grid.Find("[role=treegrid]").GetAttribute("aria-rowcount"));
        Assert.Equal(3, heads.Count);
        Assert.All(heads, head => Assert.Equal(("false", "1"), (head.GetAttribute("aria-expanded"), head.GetAttribute("aria-level"))));
        Assert.Equal(["first", "5", "5 unread", "EU1, type 1", "", "seen 4 h ago – just now"], heads[0].QuerySelectorAll("[role=gridcell]").Skip(1).Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["second", "3", "all read"], heads[1].QuerySelectorAll("[role=gridcell]").Skip(1).Take(3).Select(cell => cell.TextContent));
        Assert.Equal("5 in the last 14 days, at most 5 a day", heads[0].QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("M0 8V8h2V0h1V8", heads[0].QuerySelector("path")!.GetAttribute("d"));
    }

    [Fact]
    public void Hostile_texts_stand_in_a_head_as_they_are()
    {
        const string hostile = "</div><img src=x onerror=alert(1)> \" ' & &lt;b&gt;";
        var grid = Render<NotificationGrid>(p => p.Add(g => g.View, RowsView.BySubject(Row(0, hostile))).Add(g => g.ZoneName, _ => hostile));

        Assert.Equal(hostile, grid.Find(".group .title").TextContent);
        Assert.Equal($"{hostile}, type 1", grid.Find(".group .place").TextContent);
        Assert.Empty(grid.FindAll("img"));
    }

    [Fact]
    public void Bars_stand_for_the_time_that_is_asked_for()
    {
        var grid = Show(p => p.Add(g => g.Span, GroupSpan.Day));

        Assert.Equal("1 in the last 24 hours, at most 1 an hour", grid.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Group_opens_in_place_and_closes_again()
    {
        var grid = Show();
        await grid.InvokeAsync(() => grid.Instance.OpenRow(1, null));

        Assert.Equal(["first", "second", "Subject of 5", "Subject of 6", "Subject of 7", "third"], Texts(grid));
        Assert.Equal("true", LinesOf(grid)[1].GetAttribute("aria-expanded"));
        Assert.Equal("2", LinesOf(grid)[2].GetAttribute("aria-level"));
        Assert.Equal("7", grid.Find("[role=treegrid]").GetAttribute("aria-rowcount"));

        await grid.InvokeAsync(() => grid.Instance.OpenRow(1, LinesOf(grid)[1].Id));
        Assert.Equal(["first", "second", "third"], Texts(grid));
    }

    [Fact]
    public async Task Arrows_open_and_close_and_lead_from_a_row_to_its_head()
    {
        var grid = Show();
        await grid.InvokeAsync(() => grid.Instance.Unfold(0, null));
        await grid.InvokeAsync(() => grid.Instance.Unfold(0, null));
        Assert.Equal(8, LinesOf(grid).Count);

        await grid.InvokeAsync(() => grid.Instance.MoveCursor(3, null));
        await grid.InvokeAsync(() => grid.Instance.FoldUp(3, LinesOf(grid)[3].Id));
        Assert.Equal(LinesOf(grid)[0].Id, CursorOf(grid));
        Assert.Equal(8, LinesOf(grid).Count);

        await grid.InvokeAsync(() => grid.Instance.FoldUp(0, LinesOf(grid)[0].Id));
        Assert.Equal(3, LinesOf(grid).Count);
        Assert.Equal(LinesOf(grid)[0].Id, CursorOf(grid));
    }

    [Fact]
    public async Task Group_stays_open_over_a_refresh_and_the_cursor_on_its_row()
    {
        var grid = Show();
        await grid.InvokeAsync(() => grid.Instance.OpenRow(1, null));
        await grid.InvokeAsync(() => grid.Instance.MoveCursor(3, null));
        grid.Render(p => p.Add(g => g.View, RowsView.BySubject([Row(90, "newest"), .. Rows])));

        Assert.Equal(["newest", "first", "second", "Subject of 5", "Subject of 6", "Subject of 7", "third"], Texts(grid));
        Assert.Equal(LinesOf(grid)[4].Id, CursorOf(grid));
        Assert.Equal("4", grid.Find(".rows").GetAttribute("data-cursor"));
    }

    [Fact]
    public async Task Cursor_on_a_head_survives_while_the_group_does_and_goes_to_the_next_line_after()
    {
        NotificationKey? cursor = Rows[0].Key;
        var grid = Show(p => p.Add(g => g.Cursor, Rows[8].Key).Add(g => g.CursorChanged, key => cursor = key));
        await grid.InvokeAsync(() => grid.Instance.MoveCursor(1, null));
        Assert.Null(cursor);

        grid.Render(p => p.Add(g => g.View, RowsView.BySubject(Rows[4..])).Add(g => g.Cursor, null));
        Assert.Equal("1", grid.Find(".rows").GetAttribute("data-cursor"));

        grid.Render(p => p.Add(g => g.View, RowsView.BySubject([.. Rows[..5], Rows[8]])));
        Assert.Equal("1", grid.Find(".rows").GetAttribute("data-cursor"));
    }

    [Fact]
    public void Row_the_page_steps_to_is_shown_though_its_group_was_closed()
    {
        var grid = Show();
        grid.Render(p => p.Add(g => g.Cursor, Rows[6].Key));

        Assert.Equal(["first", "second", "Subject of 5", "Subject of 6", "Subject of 7", "third"], Texts(grid));
        Assert.Equal(RowName.Of(Rows[6].Key), CursorOf(grid));
    }

    [Fact]
    public async Task Head_is_selected_with_all_its_rows_and_shows_a_part_of_them()
    {
        var grid = Show();
        await grid.InvokeAsync(() => grid.Instance.ToggleRow(0, null));
        Assert.Equal(Rows[..5].Select(row => row.Key), _selection.Keys);
        Assert.Equal(["true", "false", "false"], LinesOf(grid).Select(line => line.GetAttribute("aria-selected")));

        await grid.InvokeAsync(() => grid.Instance.Unfold(0, null));
        await grid.InvokeAsync(() => grid.Instance.ToggleRow(2, null));
        var head = LinesOf(grid)[0];
        Assert.Equal("false", head.GetAttribute("aria-selected"));
        Assert.True(head.HasAttribute("data-some"));
        Assert.Equal(4, _selection.Count);
    }

    [Fact]
    public async Task Range_over_heads_takes_whole_groups()
    {
        var grid = Show();
        await grid.InvokeAsync(() => grid.Instance.MoveCursor(1, null));
        await grid.InvokeAsync(() => grid.Instance.ExtendTo(2, null, fromCursor: true));

        Assert.Equal(Rows[5..].Select(row => row.Key), _selection.Keys);
    }

    [Fact]
    public async Task Only_rows_that_are_unfolded_count_as_shown()
    {
        var shown = new HashSet<int>();
        var grid = Show(p => p.Add(g => g.Shown, (first, count) => shown.UnionWith(Enumerable.Range(first, count))));
        Assert.Empty(shown);

        await grid.InvokeAsync(() => grid.Instance.Unfold(1, null));
        Assert.Equal([5, 6, 7], shown.Order());
    }

    [Fact]
    public async Task Head_that_is_named_wrongly_does_nothing()
    {
        var grid = Show();
        await grid.InvokeAsync(() => grid.Instance.OpenRow(0, "g99"));
        await grid.InvokeAsync(() => grid.Instance.Unfold(99, null));
        await grid.InvokeAsync(() => grid.Instance.FoldUp(-1, null));

        Assert.Equal(3, LinesOf(grid).Count);
    }

    private static InboxRow Row(int number, string subject) =>
        new(new NotificationKey(Connection, "eu1", new NotificationId((UInt128)(1000 + number))), subject, 1, Now.AddHours(-number), null);

    private static IReadOnlyList<IElement> LinesOf(IRenderedComponent<NotificationGrid> grid) => grid.FindAll(".rows > [role=row]");

    private static IEnumerable<string> Texts(IRenderedComponent<NotificationGrid> grid) => LinesOf(grid).Select(line =>
        line.QuerySelector(".title")?.TextContent ?? $"Subject of {int.Parse(line.QuerySelector(".id")!.TextContent, null) - 1000}");

    private static string? CursorOf(IRenderedComponent<NotificationGrid> grid) => grid.Find("[role=treegrid]").GetAttribute("aria-activedescendant");

    private IRenderedComponent<NotificationGrid> Show(Action<ComponentParameterCollectionBuilder<NotificationGrid>>? more = null) =>
        Render<NotificationGrid>(p =>
        {
            p.Add(g => g.View, RowsView.BySubject(Rows)).Add(g => g.Selection, _selection).Add(g => g.ZoneName, zone => zone.ToUpperInvariant());
            more?.Invoke(p);
        });
}
