using Bunit;
using Dashboard.Web.Components.Zones;
using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests.Zones;

public sealed class ZoneListTests : BunitContext
{
    [Fact]
    public void Zones_show_Makes_own_counts_and_their_sum()
    {
        var list = Show(new InboxQuery(), new ZoneState(ZonePhase.InStep, Unread: 1200), new ZoneState(ZonePhase.InStep, Unread: 34));

        Assert.Equal(["1,234 unread", "1,200 unread", "34 unread"], list.FindAll(".count").Select(count => count.TextContent.Trim()));
    }

    [Fact]
    public void Zone_whose_count_is_not_known_shows_no_number()
    {
        var list = Show(new InboxQuery(), ZoneState.Waiting, new ZoneState(ZonePhase.Unreadable, Unread: 7, Problem: "You have no organization there."));

        Assert.Equal(["…", "no access"], list.FindAll(".count").Skip(1).Select(count => count.TextContent.Trim()));
    }

    [Fact]
    public void Chosen_zone_is_the_current_page_and_the_others_keep_filter_and_order()
    {
        var query = new InboxQuery { Sorts = [new InboxSort(InboxColumn.Subject, Descending: false)] }.WithZone("EU2.make.example").WithUnread(true);
        var links = Show(query, ZoneState.Waiting, ZoneState.Waiting).FindAll("a");

        Assert.Equal([null, null, "page"], links.Select(link => link.GetAttribute("aria-current")));
        Assert.Equal("/?q=is:unread%20zone:eu1.make.example&sort=subject", Uri.UnescapeDataString(links[1].GetAttribute("href")!).Replace(" ", "%20", StringComparison.Ordinal));
    }

    private IRenderedComponent<ZoneList> Show(InboxQuery query, params ZoneState[] states) =>
        Render<ZoneList>(list => list.Add(it => it.Snapshot, Sample.Snapshot(states)).Add(it => it.Query, query));
}
