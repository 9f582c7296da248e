using Bunit;
using Dashboard.Web.Components.Zones;
using Dashboard.Web.Inbox;
using MudBlazor.Services;

namespace Dashboard.Components.Tests.Zones;

public sealed class LoadProgressTests : BunitContext
{
    public LoadProgressTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Fact]
    public void Loading_says_rows_so_far_and_the_date_reached_and_invents_no_percentage()
    {
        var progress = Show(new ZoneState(ZonePhase.Loading, Reached: new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero)), new ZoneState(ZonePhase.Loading, Reached: new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero)));

        Assert.Contains("Loading older notifications: 6 so far, back to 2 Nov 2026.", progress.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("%", progress.Find("[role=status] span").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_again_says_how_far_it_is_once_every_zone_knows_its_total()
    {
        var (first, second) = (new ZoneState(ZonePhase.Loading, Rows: 100, Total: 200), new ZoneState(ZonePhase.Loading, Rows: 20, Total: 200));

        Assert.Contains("(30 % of what there was last time)", Show(first, second).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("%", Show(first, second with { Total = null }).Find("[role=status] span").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("%", Show(first with { Rows = 201 }, second).Find("[role=status] span").TextContent, StringComparison.Ordinal);
        Assert.Contains("(10 %", Show(new ZoneState(ZonePhase.InStep, Rows: 500, Total: 500, Complete: true), second).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_loaded_says_nothing() =>
        Assert.Equal("", Show(new ZoneState(ZonePhase.InStep), new ZoneState(ZonePhase.InStep)).Markup.Trim());

    [Fact]
    public void Rows_left_out_are_told()
    {
        var progress = Show(new ZoneState(ZonePhase.InStep, Truncated: true));

        Assert.Contains("Only the newest 3 notifications are shown", progress.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<LoadProgress> Show(params ZoneState[] states) =>
        Render<LoadProgress>(it => it.Add(progress => progress.Snapshot, Sample.Snapshot(states, 1, 2, 3)));
}
