using AngleSharp.Dom;
using Bunit;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Search;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Components.Tests.Search;

public sealed class QueryBoxTests : BunitContext
{
    private readonly FakeTimeProvider _time = new(Sample.Now);
    private readonly List<QueryChange> _wanted = [];

    public QueryBoxTests()
    {
        Services.AddScoped<ScriptModules>();
        Services.AddSingleton<TimeProvider>(_time);
        var field = JSInterop.SetupModule(QueryBox.Module).SetupModule("attach", _ => true);
        field.SetupVoid("write", _ => true).SetVoidResult();
        field.SetupVoid("stop").SetVoidResult();
    }

    [Fact]
    public async Task Typing_is_applied_when_it_rests()
    {
        var box = Show("");
        var first = TypeAsync(box, "is:unr");
        var second = TypeAsync(box, "is:unread");
        // Both have begun.
        await box.InvokeAsync(() => { });
        box.WaitForAssertion(() => Assert.Single(Options(box)));
        _time.Advance(QueryBox.Pause - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_wanted);

        _time.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(first, second);

        Assert.Equal([new QueryChange(new Condition.Unread(true), Replace: false)], _wanted);
        Assert.Equal("false", Input(box).GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_is_typed_at_one_go_is_one_step_back()
    {
        var box = Show("");

        await TypeAndRestAsync(box, "timeout");
        await TypeAndRestAsync(box, "timeout error");
        await box.InvokeAsync(() => box.Instance.PressAsync("Enter"));
        await TypeAndRestAsync(box, "rate");

        Assert.Equal([false, true, true, false], _wanted.Select(wanted => wanted.Replace));
    }

    [Fact]
    public async Task Text_that_cannot_be_read_is_not_applied_and_says_where_and_why()
    {
        var box = Show("is:unread");

        await TypeAndRestAsync(box, "is:starred");

        Assert.Empty(_wanted);
        var alert = box.Find("[role=alert]");
        Assert.Contains("Position 4: ", alert.TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", alert.Id), (Input(box).GetAttribute("aria-invalid"), Input(box).GetAttribute("aria-describedby")));
        Assert.NotNull(box.Find("[aria-label='Remove filter is:unread']"));
    }

    [Fact]
    public async Task Text_past_the_bound_is_not_applied()
    {
        var box = Show("");
        box.Render(p => p.Add(it => it.MaxLength, 1_200));

        await TypeAndRestAsync(box, new string('a', 1_201));
        Assert.Empty(_wanted);
        Assert.Contains("a query may have 1200 characters", box.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await TypeAndRestAsync(box, new string('a', 1_200));
        Assert.Single(_wanted);
        Assert.Equal("1200", box.Find("input").GetAttribute("maxlength"));
    }

    [Fact]
    public void Problem_of_the_address_is_told()
    {
        var box = Render<QueryBox>(p => p
            .Add(it => it.Query, new InboxQuery()).Add(it => it.Snapshot, InboxSnapshot.Empty).Add(it => it.Misread, "colour:blue").Add(it => it.Problem, "Not understood."));

        Assert.Contains("Not understood.", box.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("colour:blue", JSInterop.Invocations["attach"].Single().Arguments[2]);
    }

    [Fact]
    public async Task Suggestions_come_from_the_data_and_are_taken_by_the_keys()
    {
        var box = Show("");

        var typing = TypeAsync(box, "zone:");
        box.WaitForAssertion(() => Assert.Equal(["zone:eu1.make.example", "zone:eu2.make.example"], Options(box).Select(option => option.QuerySelector("code")!.TextContent)));
        Assert.Equal(("true", "query-suggestions", null), (Input(box).GetAttribute("aria-expanded"), Input(box).GetAttribute("aria-controls"), Input(box).GetAttribute("aria-activedescendant")));
        await box.InvokeAsync(() => box.Instance.PressAsync("ArrowDown"));
        await box.InvokeAsync(() => box.Instance.PressAsync("ArrowDown"));
        Assert.Equal("query-suggestion-1", Input(box).GetAttribute("aria-activedescendant"));
        Assert.Equal(["false", "true"], Options(box).Select(option => option.GetAttribute("aria-selected")));
        await box.InvokeAsync(() => box.Instance.PressAsync("ArrowUp"));
        await box.InvokeAsync(() => box.Instance.PressAsync("Enter"));
        _time.Advance(QueryBox.Pause);
        await typing;

        Assert.Equal([new QueryChange(new Condition.InZone("eu1.make.example"), Replace: false)], _wanted);
        Assert.Equal(["zone:eu1.make.example", 21], JSInterop.Invocations["write"][^1].Arguments);
        Assert.Empty(Options(box));
    }

    [Fact]
    public async Task Name_of_a_filter_that_is_taken_leads_on_to_its_values()
    {
        var box = Show("");
        var typing = TypeAsync(box, "zo");
        box.WaitForAssertion(() => Assert.NotEmpty(Options(box)));

        await box.InvokeAsync(() => box.Instance.PressAsync("Tab"));

        box.WaitForAssertion(() => Assert.Equal(2, Options(box).Length));
        await box.InvokeAsync(() => Options(box)[1].Click());
        _time.Advance(QueryBox.Pause);
        await typing;
        Assert.Equal("zone:eu2.make.example", Assert.Single(_wanted).Where.ToString());
    }

    [Fact]
    public async Task Escape_closes_the_suggestions()
    {
        var box = Show("");
        _ = TypeAsync(box, "is:");
        box.WaitForAssertion(() => Assert.Equal(4, Options(box).Length));

        await box.InvokeAsync(() => box.Instance.PressAsync("Escape"));

        Assert.Equal("false", Input(box).GetAttribute("aria-expanded"));
        Assert.Empty(Options(box));
    }

    [Fact]
    public void Chips_are_the_terms_and_each_can_be_taken_away()
    {
        var box = Show("timeout zone:eu1 (is:unread OR type:2)");

        Assert.Equal(["“timeout”", "zone eu1", "unread or type 2"], box.FindAll(".chips li").Select(chip => chip.FirstChild!.TextContent));
        box.Find("[aria-label='Remove filter zone:eu1']").Click();

        Assert.Equal("timeout (is:unread OR type:2)", Assert.Single(_wanted).Where.ToString());
    }

    [Fact]
    public void Help_tells_of_every_filter()
    {
        var help = Show("").Find("details.help");

        Assert.Equal("Search help", help.QuerySelector("summary")!.TextContent);
        Assert.All(FilterName.All, filter => Assert.Contains(filter.Example, help.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_of_the_address_is_written_unless_the_field_says_the_same()
    {
        var box = Show("");
        await TypeAndRestAsync(box, "is:unread   timeout");

        box.Render(p => p.Add(it => it.Query, InboxQuery.Parse("is:unread timeout", null, null, out _)));
        Assert.Empty(JSInterop.Invocations["write"]);
        box.Render(p => p.Add(it => it.Query, new InboxQuery()));

        Assert.Equal(["", 0], JSInterop.Invocations["write"].Single().Arguments);
    }

    private static IElement Input(IRenderedComponent<QueryBox> box) => box.Find("[role=combobox]");

    private static IElement[] Options(IRenderedComponent<QueryBox> box) => [.. box.FindAll("[role=option]")];

    private static Task TypeAsync(IRenderedComponent<QueryBox> box, string text) => box.InvokeAsync(() => box.Instance.TypeAsync(text, text.Length));

    private async Task TypeAndRestAsync(IRenderedComponent<QueryBox> box, string text)
    {
        var typing = TypeAsync(box, text);
        while (!typing.IsCompleted)
        {
            _time.Advance(QueryBox.Pause);
            await Task.Yield();
        }
    }

    private IRenderedComponent<QueryBox> Show(string text) => Render<QueryBox>(p => p
        .Add(it => it.Query, InboxQuery.Parse(text, null, null, out _))
        .Add(it => it.Snapshot, Sample.Snapshot([ZoneState.Waiting, ZoneState.Waiting], 1, 2, 3))
        .Add(it => it.OnApply, _wanted.Add));
}
