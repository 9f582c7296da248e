using Dashboard.Testing;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using Dashboard.Web.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Views;

public sealed class SavedViewsTests : IAsyncLifetime
{
    private static readonly UserKey Alice = new("tenant", "alice");
    private static readonly UserKey Ben = new("tenant", "ben");
    private static readonly UserKey Stranger = new("elsewhere", "carol");

    private RunningDashboard _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SavedViews Views => _app.Services.GetRequiredService<SavedViews>();

    public async ValueTask InitializeAsync() => _app = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task First_look_finds_five_examples_that_are_real_queries_and_once_deleted_stay_away()
    {
        var lists = await Task.WhenAll(Views.ListAsync(Alice, Cancellation), Views.ListAsync(Alice, Cancellation));
        var examples = await Views.ListAsync(Alice, Cancellation);

        Assert.Equal(5, examples.Count);
        Assert.All(examples, example => Assert.NotEqual(new InboxQuery(), example.Query));
        Assert.Equal(5, examples.Select(example => example.Query).Distinct().Count());
        Assert.Equal(("Open", "is:unread is:open"), (examples[1].Name, examples[1].Query.Text));
        Assert.All(lists, list => Assert.InRange(list.Count, 0, 5));

        foreach (var example in examples)
            Assert.True(await Views.DeleteAsync(Alice, example.Id, Cancellation));
        Assert.Empty(await Views.ListAsync(Alice, Cancellation));
    }

    [Fact]
    public async Task View_comes_back_as_it_was_saved()
    {
        var view = View("Night shift", "?q=is:unread timeout&sort=-subject,created&group=day") with { Colour = ViewColour.Violet, Columns = [new(InboxColumn.Subject, Width: 400), new(InboxColumn.Id, Shown: false)] };

        Assert.Null(await Views.SaveAsync(Alice, view, replaces: false, Cancellation));

        var kept = (await Views.ListAsync(Alice, Cancellation)).Single(known => known.Id == view.Id);
        Assert.Equal(("Night shift", ViewColour.Violet, view.Query, false, true), (kept.Name, kept.Colour, kept.Query, kept.IsShared, kept.IsOwn));
        Assert.Equal(view.Columns, kept.Columns);
    }

    [Fact]
    public async Task Shared_view_is_seen_in_the_tenant_and_nowhere_else_and_changed_by_its_owner_alone()
    {
        var (own, shared) = (View("Mine"), View("Ours") with { IsShared = true });
        await Views.SaveAsync(Alice, own, replaces: false, Cancellation);
        await Views.SaveAsync(Alice, shared, replaces: false, Cancellation);

        var seen = Assert.Single(await Views.ListAsync(Ben, Cancellation), view => view.Id == shared.Id);
        Assert.False(seen.IsOwn);
        Assert.DoesNotContain(await Views.ListAsync(Ben, Cancellation), view => view.Id == own.Id);
        Assert.DoesNotContain(await Views.ListAsync(Stranger, Cancellation), view => view.Id == shared.Id);

        Assert.Contains("colleague", await Views.SaveAsync(Ben, seen with { Name = "Taken" }, replaces: false, Cancellation), StringComparison.Ordinal);
        Assert.False(await Views.DeleteAsync(Ben, shared.Id, Cancellation));
        Assert.Equal("Ours", (await Views.ListAsync(Alice, Cancellation)).Single(view => view.Id == shared.Id).Name);
    }

    [Fact]
    public async Task Order_and_default_are_each_viewers_own()
    {
        var shared = View("Ours") with { IsShared = true };
        await Views.SaveAsync(Alice, shared, replaces: false, Cancellation);
        var bens = (await Views.ListAsync(Ben, Cancellation)).Select(view => view.Id).ToArray();

        await Views.ArrangeAsync(Ben, bens.Reverse(), Cancellation);
        await Views.SetDefaultAsync(Ben, shared.Id, Cancellation);

        Assert.Equal(bens.Reverse(), (await Views.ListAsync(Ben, Cancellation)).Select(view => view.Id));
        Assert.Equal(shared.Id, (await Views.ListAsync(Alice, Cancellation))[^1].Id);
        var liked = _app.Services.GetRequiredService<PreferenceStore>();
        Assert.Equal(shared.Id, (await liked.ReadAsync(Ben.ToString(), Cancellation)).DefaultView);
        Assert.Null((await liked.ReadAsync(Alice.ToString(), Cancellation)).DefaultView);
    }

    [Fact]
    public async Task Name_that_is_taken_is_refused_in_words_and_a_replacement_stands_where_the_other_stood()
    {
        var (first, second) = (View("Night shift"), View("night SHIFT ", "?q=is:read"));
        await Views.SaveAsync(Alice, first, replaces: false, Cancellation);
        await Views.SaveAsync(Alice, View("Later"), replaces: false, Cancellation);
        await Views.SetDefaultAsync(Alice, first.Id, Cancellation);

        Assert.Contains("“Night shift” already", await Views.SaveAsync(Alice, second, replaces: false, Cancellation), StringComparison.Ordinal);
        Assert.Null(await Views.SaveAsync(Alice, second, replaces: true, Cancellation));

        var kept = Assert.Single(await Views.ListAsync(Alice, Cancellation), view => view.IsCalled("night shift"));
        Assert.Equal((first.Id, "night SHIFT", second.Query), (kept.Id, kept.Name, kept.Query));
        Assert.Equal(["night SHIFT", "Later"], (await Views.ListAsync(Alice, Cancellation)).TakeLast(2).Select(view => view.Name));
    }

    [Fact]
    public async Task View_that_gets_the_name_of_another_takes_its_place_and_one_that_keeps_its_name_can_be_changed()
    {
        var (kept, gone) = (View("Kept"), View("Gone"));
        await Views.SaveAsync(Alice, kept, replaces: false, Cancellation);
        await Views.SaveAsync(Alice, gone, replaces: false, Cancellation);

        Assert.Null(await Views.SaveAsync(Alice, kept with { Name = "KEPT", Colour = ViewColour.Violet }, replaces: false, Cancellation));
        Assert.NotNull(await Views.SaveAsync(Alice, kept with { Name = "gone" }, replaces: false, Cancellation));
        Assert.Null(await Views.SaveAsync(Alice, kept with { Name = "gone" }, replaces: true, Cancellation));

        Assert.Equal(kept.Id, Assert.Single(await Views.ListAsync(Alice, Cancellation), view => view.Id == kept.Id || view.Id == gone.Id).Id);
    }

    [Fact]
    public async Task Name_of_a_colleagues_view_is_free()
    {
        await Views.SaveAsync(Alice, View("Ours") with { IsShared = true }, replaces: false, Cancellation);

        Assert.Null(await Views.SaveAsync(Ben, View("Ours"), replaces: false, Cancellation));
    }

    [Fact]
    public async Task Colleagues_view_is_hidden_from_the_viewer_alone_and_comes_back_and_their_own_is_not_hidden()
    {
        var shared = View("Ours") with { IsShared = true };
        await Views.SaveAsync(Alice, shared, replaces: false, Cancellation);
        await Views.SetDefaultAsync(Ben, shared.Id, Cancellation);

        async Task<bool> IsHiddenAsync(UserKey viewer) => (await Views.ListAsync(viewer, Cancellation)).Single(view => view.Id == shared.Id).IsHidden;

        await Views.HideAsync(Ben, shared.Id, isHidden: true, Cancellation);
        await Views.HideAsync(Alice, shared.Id, isHidden: true, Cancellation);
        Assert.True(await IsHiddenAsync(Ben));
        Assert.False(await IsHiddenAsync(Alice));
        Assert.Null((await _app.Services.GetRequiredService<PreferenceStore>().ReadAsync(Ben.ToString(), Cancellation)).DefaultView);

        await Views.HideAsync(Ben, shared.Id, isHidden: false, Cancellation);
        Assert.False(await IsHiddenAsync(Ben));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public async Task Name_that_is_none_or_too_long_is_refused_in_words(string name) =>
        Assert.Contains("1 to 60", await Views.SaveAsync(Alice, View(name), replaces: false, Cancellation), StringComparison.Ordinal);

    [Fact]
    public async Task Views_beyond_the_most_are_refused_in_words_and_the_known_ones_can_still_be_changed()
    {
        for (var number = (await Views.ListAsync(Alice, Cancellation)).Count; number < SavedViews.MostOwn; number++)
            Assert.Null(await Views.SaveAsync(Alice, View($"View {number}"), replaces: false, Cancellation));

        Assert.Contains("Delete one", await Views.SaveAsync(Alice, View("One more"), replaces: false, Cancellation), StringComparison.Ordinal);
        Assert.Null(await Views.SaveAsync(Alice, (await Views.ListAsync(Alice, Cancellation))[0] with { Name = "Renamed" }, replaces: false, Cancellation));
        Assert.Equal("Renamed", (await Views.ListAsync(Alice, Cancellation))[0].Name);
    }

    [Fact]
    public async Task Change_is_told_to_the_tenant()
    {
        await Views.ListAsync(Alice, Cancellation);
        var told = new List<string>();
        Views.Changed += told.Add;
        var view = View("Ours");

        await Views.SaveAsync(Alice, view, replaces: false, Cancellation);
        await Views.SetDefaultAsync(Alice, view.Id, Cancellation);
        await Views.DeleteAsync(Alice, view.Id, Cancellation);
        await Views.DeleteAsync(Alice, view.Id, Cancellation);

        Assert.Equal(["tenant", "tenant", "tenant"], told);
    }

    private static SavedView View(string name, string address = "?q=is:unread") => new() { Name = name, Query = QueryAddress.Parse(address, out _) };
}
