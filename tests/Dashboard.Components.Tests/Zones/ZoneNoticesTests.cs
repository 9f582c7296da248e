using Bunit;
using Dashboard.Web.Components.Zones;
using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests.Zones;

public sealed class ZoneNoticesTests : BunitContext
{
    private static readonly ZoneState InStep = new(ZonePhase.InStep, Unread: 1);

    [Fact]
    public void Zones_in_step_need_no_notice() =>
        Assert.Empty(Show(new InboxQuery(), InStep, InStep).FindAll(".notice"));

    [Fact]
    public void Zone_that_is_behind_says_why_and_when_it_is_tried_again()
    {
        var notices = Show(new InboxQuery(), InStep, new ZoneState(ZonePhase.Behind, Problem: "Make cannot be reached.", RetryAt: Sample.Now));

        var notice = Assert.Single(notices.FindAll(".notice"));
        Assert.Contains("EU2 is behind: Make cannot be reached. Next try by itself at 12:00:00", notice.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_with_the_same_trouble_share_one_notice()
    {
        var behind = new ZoneState(ZonePhase.Behind, Problem: "Make cannot be reached.", RetryAt: Sample.Now);

        var notice = Assert.Single(Show(new InboxQuery(), behind, behind).FindAll(".notice"));
        Assert.Contains("EU1, EU2 are behind", notice.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Zone_that_refuses_the_connection_leads_to_the_connections()
    {
        var notices = Show(new InboxQuery(), new ZoneState(ZonePhase.Unreadable, Problem: "You have no organization in this zone."), InStep);

        Assert.Equal("/settings/connections", notices.Find(".notice a").GetAttribute("href"));
    }

    [Fact]
    public void Notice_of_a_zone_that_is_not_looked_at_is_left_out()
    {
        var behind = new ZoneState(ZonePhase.Behind, Problem: "Make cannot be reached.");

        Assert.Empty(Show(new InboxQuery().WithZone("eu1.make.example"), InStep, behind).FindAll(".notice"));
    }

    [Fact]
    public void Try_now_asks_for_a_refresh()
    {
        var asked = 0;
        var notices = Render<ZoneNotices>(it => it
            .Add(notice => notice.Snapshot, Sample.Snapshot([new ZoneState(ZonePhase.Behind, Problem: "Make cannot be reached.")]))
            .Add(notice => notice.Query, new InboxQuery())
            .Add(notice => notice.OnRetry, () => asked++));

        notices.Find("button").Click();

        Assert.Equal(1, asked);
    }

    private IRenderedComponent<ZoneNotices> Show(InboxQuery query, params ZoneState[] states) =>
        Render<ZoneNotices>(it => it.Add(notices => notices.Snapshot, Sample.Snapshot(states)).Add(notices => notices.Query, query));
}
