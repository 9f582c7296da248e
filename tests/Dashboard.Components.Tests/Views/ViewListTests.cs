using Bunit;
using Dashboard.Web.Components.Views;
using Dashboard.Web.Inbox;
using Dashboard.Web.Views;

namespace Dashboard.Components.Tests.Views;

public sealed class ViewListTests : BunitContext
{
    private static readonly SavedView Unread = new() { Name = "Unread", Colour = ViewColour.Blue, Query = new InboxQuery().WithUnread(true) };
    private static readonly SavedView Ours = new() { Name = "Ours", Query = new InboxQuery().WithZone("eu1"), IsOwn = false, IsShared = true };

    [Fact]
    public void Views_are_links_with_the_count_they_find_now()
    {
        var list = Show([Unread, Ours], new() { [Unread.Id] = new RowCount(1284, 1284) });

        Assert.Equal(["/?q=is%3Aunread", "/?q=zone%3Aeu1"], list.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["1,284", "…"], list.FindAll(".count").Select(count => count.TextContent.Trim()));
        Assert.Equal("Unread: 1,284 notifications, 1,284 unread (1)", list.Find("a").GetAttribute("title"));
    }

    [Fact]
    public void Digit_that_is_switched_off_is_not_named()
    {
        var list = Render<ViewList>(it => it.Add(list => list.Views, [Unread]).Add(list => list.Counts, new Dictionary<Guid, RowCount>()).Add(list => list.Query, new InboxQuery())
            .AddCascadingValue("SingleLetterKeys", false));

        Assert.Equal("Unread: Counting", list.Find("a").GetAttribute("title"));
    }

    [Fact]
    public void View_that_is_shown_is_the_current_page_and_the_default_and_a_colleagues_say_so()
    {
        var list = Show([Unread, Ours], [], query: Ours.Query, favourite: Unread.Id);

        Assert.Equal([null, "page"], list.FindAll("a").Select(link => link.GetAttribute("aria-current")));
        Assert.Contains("default", list.FindAll("li")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("shared", list.FindAll("li")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void List_without_views_says_so_and_still_offers_to_save_one()
    {
        var saved = 0;
        var list = Render<ViewList>(it => it.Add(list => list.Views, []).Add(list => list.Counts, new Dictionary<Guid, RowCount>())
            .Add(list => list.Query, new InboxQuery()).Add(list => list.OnSave, () => saved++));

        list.FindAll("button")[0].Click();

        Assert.Contains("None saved yet", list.Markup, StringComparison.Ordinal);
        Assert.Equal(1, saved);
    }

    private IRenderedComponent<ViewList> Show(IReadOnlyList<SavedView> views, Dictionary<Guid, RowCount> counts, InboxQuery? query = null, Guid? favourite = null) =>
        Render<ViewList>(it => it.Add(list => list.Views, views).Add(list => list.Counts, counts).Add(list => list.Query, query ?? new InboxQuery()).Add(list => list.Default, favourite));
}
