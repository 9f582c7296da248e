using Bunit;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Overview;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Overview;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Components.Tests.Overview;

public sealed class OverviewPanelTests : BunitContext
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly InboxOverview Figures = new(
        [new(null, "EU1", 3), new(null, "EU2", 1)],
        [.. Enumerable.Range(0, 14).Select(day => new OverviewBucket(Midnight.AddDays(day - 13), Midnight.AddDays(day - 12), day == 13 ? [2, 1] : day == 12 ? [1, 0] : [0, 0]))],
        [new(new GroupKey(InboxGrouping.Failure, "eu1.make.example", 1, "Encountered error in Orders scenario"), "Encountered error in Orders scenario", 3, Midnight)],
        [new("eu1.make.example", "EU1", 2), new("eu2.make.example", "EU2", 0)]);

    public OverviewPanelTests()
    {
        Services.AddScoped<ScriptModules>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Folded_overview_is_a_button_and_nothing_else()
    {
        var asked = new List<bool>();
        var panel = Show(Figures, isOpen: false, unfolded: asked.Add);

        Assert.Empty(panel.FindAll(".parts"));
        Assert.Equal("false", panel.Find(".fold").GetAttribute("aria-expanded"));
        panel.Find(".fold").Click();
        Assert.Equal([true], asked);
    }

    [Fact]
    public void Figures_that_are_not_there_yet_are_being_counted()
    {
        var panel = Show(null);

        Assert.Equal("Counting…", panel.Find("[role=status]").TextContent);
        Assert.Equal("true", panel.Find("section").GetAttribute("aria-busy"));
    }

    [Fact]
    public void Chart_is_told_in_words_and_in_a_table_whose_rows_lead_to_their_day()
    {
        var panel = Show(Figures);

        Assert.Equal("Notifications in the last 14 days, stacked by zone. Most, 3, Mon 23 Nov.", panel.Find("svg").GetAttribute("aria-label"));
        Assert.Equal(2, panel.FindAll("svg path").Count);
        Assert.Equal(["Sun 22 Nov|1|0", "Mon 23 Nov|2|1"], panel.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Equal("/?q=created:2026-11-22..2026-11-22", Uri.UnescapeDataString(panel.Find("tbody a").GetAttribute("href")!));
    }

    [Fact]
    public void Chart_is_a_place_for_the_keyboard_that_knows_the_name_and_count_of_each_bar()
    {
        var panel = Show(Figures);
        var (hand, chart) = (panel.Find("[role=slider]"), panel.Find("svg"));

        Assert.Equal(("0", "1", "14", "14", "Mon 23 Nov"), (hand.GetAttribute("tabindex"), hand.GetAttribute("aria-valuemin"), hand.GetAttribute("aria-valuemax"), hand.GetAttribute("aria-valuenow"), hand.GetAttribute("aria-valuetext")));
        Assert.Contains("Enter keeps to it", panel.Find($"#{hand.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Sun 22 Nov", "Mon 23 Nov"], chart.GetAttribute("data-times")!.Split('|')[^2..]);
        Assert.Equal("0|0|0|0|0|0|0|0|0|0|0|0|1|3", chart.GetAttribute("data-counts"));
    }

    [Fact]
    public void Hostile_name_stands_in_the_table_as_it_is()
    {
        const string hostile = "</th><img src=x onerror=alert(1)> \" ' & &lt;b&gt;";
        var panel = Show(Figures with { Series = [new(null, hostile, 3), new(null, "EU2", 1)] });

        Assert.Equal(["From", hostile, "EU2"], panel.FindAll("thead th").Select(head => head.TextContent));
        Assert.Empty(panel.FindAll("img"));
    }

    [Fact]
    public void Failure_leads_to_its_rows_and_a_zone_to_its_unread_ones_within_what_is_shown()
    {
        var panel = Show(Figures, new InboxQuery().WithUnread(true));

        Assert.Equal("/?q=is:unread zone:eu1.make.example type:1 \"Encountered error in Orders scenario\"", Uri.UnescapeDataString(panel.Find(".often a").GetAttribute("href")!));
        Assert.Equal("/?q=is:unread zone:eu2.make.example", Ordered(panel.FindAll(".unread a")[1].GetAttribute("href")!));
    }

    [Theory]
    [InlineData(0, 13, "created:2026-11-10..2026-11-23")]
    [InlineData(13, 13, "created:2026-11-23..2026-11-23")]
    [InlineData(13, 14, null)]
    [InlineData(-1, 2, null)]
    [InlineData(5, 4, null)]
    public async Task Marked_stretch_becomes_part_of_the_query_and_nonsense_does_not(int first, int last, string? expected)
    {
        InboxQuery? marked = null;
        var panel = Show(Figures, brushed: query => marked = query);

        await panel.InvokeAsync(() => panel.Instance.BrushAsync(first, last));

        Assert.Equal(expected, marked?.Text);
    }

    [Fact]
    public async Task Stretch_of_hours_is_marked_to_the_minute_in_the_readers_time_zone()
    {
        InboxQuery? marked = null;
        var hours = Figures with { Buckets = [.. Enumerable.Range(0, 24).Select(hour => new OverviewBucket(Midnight.AddHours(hour), Midnight.AddHours(hour + 1), [1, 0]))] };
        var panel = Show(hours, span: OverviewSpan.Day, brushed: query => marked = query);

        await panel.InvokeAsync(() => panel.Instance.BrushAsync(1, 2));

        Assert.Equal("created:2026-11-23T02:00..2026-11-23T03:59", marked?.Text);
    }

    private static string Ordered(string address) => Uri.UnescapeDataString(address).Replace("zone:eu2.make.example is:unread", "is:unread zone:eu2.make.example", StringComparison.Ordinal);

    private IRenderedComponent<OverviewPanel> Show(
        InboxOverview? figures,
        InboxQuery? query = null,
        bool isOpen = true,
        OverviewSpan span = OverviewSpan.Fortnight,
        Action<bool>? unfolded = null,
        Action<InboxQuery>? brushed = null) => Render<OverviewPanel>(it => it
        .Add(panel => panel.Figures, figures)
        .Add(panel => panel.Query, query ?? new InboxQuery())
        .Add(panel => panel.IsOpen, isOpen)
        .Add(panel => panel.Span, span)
        .Add(panel => panel.TimeZone, span == OverviewSpan.Day ? TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague") : TimeZoneInfo.Utc)
        .Add(panel => panel.IsOpenChanged, unfolded ?? (_ => { }))
        .Add(panel => panel.OnBrush, brushed ?? (_ => { })));
}
