using Bunit;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Components.Tests.Grid;

public sealed class GridHeadTests : BunitContext
{
    private GridLook _look = GridLook.Default;
    private string? _said;

    public GridHeadTests()
    {
        Services.AddScoped<ScriptModules>();
        JSInterop.SetupModule(GridHead.Module).SetupModule("attach", _ => true).SetupVoid("detach").SetVoidResult();
    }

    [Fact]
    public void Every_sorted_column_tells_its_direction_and_its_place_in_the_order()
    {
        var head = Show([new(InboxColumn.Zone, false), new(InboxColumn.Created, true)]);

        Assert.Equal(["Zone ascending 1 in the order", "Created descending 2 in the order"], head.FindAll("[aria-sort]").Select(header =>
            $"{header.QuerySelector("span")!.TextContent} {header.GetAttribute("aria-sort")} {header.QuerySelector(".rank")!.TextContent}"));
    }

    [Fact]
    public void Column_that_decides_alone_has_no_number() => Assert.Empty(Show([new(InboxColumn.Zone, false)]).FindAll(".rank"));

    [Fact]
    public void Order_that_is_not_given_is_newest_first()
    {
        var sorted = Assert.Single(Show([]).FindAll("[aria-sort]"));

        Assert.Equal(("Created", "descending"), (sorted.GetAttribute("data-column"), sorted.GetAttribute("aria-sort")));
    }

    [Theory]
    [InlineData("Created", false, InboxColumn.Created, true)]
    [InlineData("Created", true, InboxColumn.Created, false)]
    [InlineData("Zone", true, InboxColumn.Zone, true)]
    public void Column_that_is_second_begins_anew_when_it_alone_is_to_decide_and_turns_when_it_is_to_be_next(string column, bool next, InboxColumn expected, bool descending)
    {
        InboxSort? asked = null;
        var head = Show([new(InboxColumn.Zone, false), new(InboxColumn.Created, true)], p => p
            .Add(h => h.SortChanged, sort => asked = next ? null : sort)
            .Add(h => h.NextSort, sort => asked = next ? sort : null));

        head.Find($"[data-column={column}] button").Click(new MouseEventArgs { ShiftKey = next });

        Assert.Equal(new InboxSort(expected, descending), asked);
    }

    [Fact]
    public void Columns_that_are_left_out_have_no_header_and_the_others_are_counted_anew()
    {
        _look = _look.Show(InboxColumn.Zone, false).Move(InboxColumn.Id, -1);

        Assert.Equal(["Read 2", "Subject 3", "Type 4", "Id 5", "Created 6"], Show([]).FindAll("[data-column]").Select(header =>
            $"{header.GetAttribute("data-column")} {header.GetAttribute("aria-colindex")}"));
    }

    [Fact]
    public async Task Column_that_is_moved_resized_or_dropped_is_told_in_words()
    {
        var head = Show([]);

        await head.InvokeAsync(() => head.Instance.Move("Zone", -1));
        Assert.Equal("Zone is now column 2 of 6.", _said);
        Assert.Equal(InboxColumn.Zone, _look.Shown[1].Sort);

        await head.InvokeAsync(() => head.Instance.Resize("Zone", 130));
        Assert.Equal("Zone is 130 pixels wide.", _said);

        await head.InvokeAsync(() => head.Instance.Drop("Id", "Read", after: false));
        Assert.Equal("ID is now column 1 of 6.", _said);

        await head.InvokeAsync(() => head.Instance.Resize("Zone", null));
        Assert.Null(_look.WidthOf(InboxColumn.Zone));
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("77")]
    public async Task Column_that_does_not_exist_changes_nothing(string column)
    {
        var head = Show([]);
        await head.InvokeAsync(() => head.Instance.Move(column, 1));
        await head.InvokeAsync(() => head.Instance.Resize(column, 1));
        await head.InvokeAsync(() => head.Instance.Drop("Zone", column, true));

        Assert.Equal(GridLook.Default, _look);
    }

    [Theory]
    [InlineData(SelectionExtent.None, "Select the rows on screen")]
    [InlineData(SelectionExtent.Some, "Clear the selection")]
    [InlineData(SelectionExtent.All, "Clear the selection")]
    public void Box_says_what_it_does(SelectionExtent extent, string expected) =>
        Assert.Equal(expected, Show([], p => p.Add(h => h.Extent, extent)).Find("input.all").GetAttribute("aria-label"));

    [Fact]
    public void Headers_are_drawn_only_when_something_of_theirs_changed()
    {
        var head = Show([]);
        head.Render(p => p.Add(h => h.Sorts, []));
        Assert.Equal(1, head.RenderCount);

        head.Render(p => p.Add(h => h.Look, GridLook.Default.Resize(InboxColumn.Zone, 200)));
        Assert.Equal(2, head.RenderCount);
    }

    private IRenderedComponent<GridHead> Show(IReadOnlyList<InboxSort> sorts, Action<ComponentParameterCollectionBuilder<GridHead>>? more = null)
    {
        IRenderedComponent<GridHead>? head = null;
        head = Render<GridHead>(p =>
        {
            p.Add(h => h.Sorts, sorts).Add(h => h.Look, _look).Add(h => h.Said, said => _said = said)
                .Add(h => h.LookChanged, look =>
                {
                    _look = look;
                    head!.Render(again => again.Add(h => h.Look, look));
                });
            more?.Invoke(p);
        });
        return head;
    }
}
