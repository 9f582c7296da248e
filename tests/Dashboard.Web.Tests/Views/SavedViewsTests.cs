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

        Assert.Null(await Views.SaveAsync(Alice, view, Cancellation));

        var kept = (await Views.ListAsync(Alice, Cancellation)).Single(known => known.Id == view.Id);
        Assert.Equal(("Night shift", ViewColour.Violet, view.Query, false, true), (kept.Name, kept.Colour, kept.Query, kept.IsShared, kept.IsOwn));
        Assert.Equal(view.Columns, kept.Columns);
    }

    [Fact]
    public async Task Shared_view_is_seen_in_the_tenant_and_nowhere_else_and_changed_by_its_owner_alone()
    {
        var (own, shared) = (View("Mine"), View("Ours") with { IsShared = true });
        await Views.SaveAsync(Alice, own, Cancellation);
        await Views.SaveAsync(Alice, shared, Cancellation);

        var seen = Assert.Single(await Views.ListAsync(Ben, Cancellation), view => view.Id == shared.Id);
        Assert.False(seen.IsOwn);
        Assert.DoesNotContain(await Views.ListAsync(Ben, Cancellation), view => view.Id == own.Id);
        Assert.DoesNotContain(await Views.ListAsync(Stranger, Cancellation), view => view.Id == shared.Id);

        Assert.Contains("colleague", await Views.SaveAsync(Ben, seen with { Name = "Taken" }, Cancellation), StringComparison.Ordinal);
        Assert.False(await Views.DeleteAsync(Ben, shared.Id, Cancellation));
        Assert.Equal("Ours", (await Views.ListAsync(Alice, Cancellation)).Single(view => view.Id == shared.Id).Name);
    }

    [Fact]
    public async Task Order_and_default_are_each_viewers_own()
    {
        var shared = View("Ours") with { IsShared = true };
        await Views.SaveAsync(Alice, shared, Cancellation);
        var bens = (await Views.ListAsync(Ben, Cancellation)).Select(view => view.Id).ToArray();

        await Views.ArrangeAsync(Ben, bens.Reverse(), Cancellation);
        await Views.SetDefaultAsync(Ben, shared.Id, Cancellation);

        Assert.Equal(bens.Reverse(), (await Views.ListAsync(Ben, Cancellation)).Select(view => view.Id));
        Assert.Equal(shared.Id, (await Views.ListAsync(Alice, Cancellation))[^1].Id);
        var liked = _app.Services.GetRequiredService<PreferenceStore>();
        Assert.Equal(shared.Id, (await liked.ReadAsync(Ben.ToString(), Cancellation)).DefaultView);
        Assert.Null((await liked.ReadAsync(Alice.ToString(), Cancellation)).DefaultView);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public async Task Name_that_is_none_or_too_long_is_refused_in_words(string name) =>
        Assert.Contains("1 to 60", await Views.SaveAsync(Alice, View(name), Cancellation), StringComparison.Ordinal);

    [Fact]
    public async Task Views_beyond_the_most_are_refused_in_words_and_the_known_ones_can_still_be_changed()
    {
        for (var number = (await Views.ListAsync(Alice, Cancellation)).Count; number < SavedViews.MostOwn; number++)
            Assert.Null(await Views.SaveAsync(Alice, View($"View {number}"), Cancellation));

        Assert.Contains("Delete one", await Views.SaveAsync(Alice, View("One more"), Cancellation), StringComparison.Ordinal);
        Assert.Null(await Views.SaveAsync(Alice, (await Views.ListAsync(Alice, Cancellation))[0] with { Name = "Renamed" }, Cancellation));
        Assert.Equal("Renamed", (await Views.ListAsync(Alice, Cancellation))[0].Name);
    }

    [Fact]
    public async Task Change_is_told_to_the_tenant()
    {
        await Views.ListAsync(Alice, Cancellation);
        var told = new List<string>();
        Views.Changed += told.Add;
        var view = View("Ours");

        await Views.SaveAsync(Alice, view, Cancellation);
        await Views.SetDefaultAsync(Alice, view.Id, Cancellation);
        await Views.DeleteAsync(Alice, view.Id, Cancellation);
        await Views.DeleteAsync(Alice, view.Id, Cancellation);

        Assert.Equal(["tenant", "tenant", "tenant"], told);
    }

    private static SavedView View(string name, string address = "?q=is:unread") => new() { Name = name, Query = QueryAddress.Parse(address, out _) };
}
