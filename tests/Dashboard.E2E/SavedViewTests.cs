using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Web.Preferences;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Views under a name: kept, shared, changed, deleted and come back to.</summary>
public sealed class SavedViewTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task View_is_saved_under_a_name_counted_found_again_and_seen_by_a_colleague_when_shared()
    {
        await StartAsync(Quiet(500));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var expected = make.BySubject.Count(one => one.Zone.Name == "EU2" && one.Unread);
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, views) = (visit.Page, new InboxScreen(visit.Page), new ViewsScreen(visit.Page));
        await Expect(views.Links).ToHaveCountAsync(5);

        await page.GotoAsync("/?q=is:unread%20zone:eu2");
        await inbox.WaitForCountAsync(expected);
        await views.SaveAsync("Night shift", shared: true);
        await Expect(views.Link("Night shift")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(views.CountOf("Night shift")).ToHaveTextAsync($"{expected}");

        await views.Link("Unread").ClickAsync();
        await inbox.WaitForCountAsync(make.BySubject.Count(one => one.Unread));
        await views.Link("Night shift").ClickAsync();
        await inbox.WaitForCountAsync(expected);
        visit.AssertQuiet();

        var colleague = await InboxOfAsync(Person.Ben);
        await Expect(new ViewsScreen(colleague.Page).Link("Night shift")).ToContainTextAsync("shared");
        await views.DeleteAsync("Night shift");
        await Expect(new ViewsScreen(colleague.Page).Link("Night shift")).ToHaveCountAsync(0);
        colleague.AssertQuiet();
    }

    [Fact]
    public async Task Deleted_view_comes_back_by_undo_and_order_and_default_are_kept()
    {
        await StartAsync(Quiet(50));
        var visit = await InboxOfAsync(Person.Alice);
        var views = new ViewsScreen(visit.Page);

        var dialog = await views.ManageAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete Unread", Exact = true }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("deleted");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("back");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move Unread down" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("number 2");
        await dialog.GetByRole(AriaRole.Listitem).Nth(1).GetByRole(AriaRole.Radio).CheckAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("default view");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await visit.Page.ReloadAsync();
        await Expect(views.Links.Nth(1)).ToContainTextAsync("Unread");
        await Expect(views.Links.Nth(1)).ToContainTextAsync("default");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Colleagues_view_is_hidden_by_who_does_not_want_it_and_shown_again()
    {
        await StartAsync(Quiet(50));
        var alice = new ViewsScreen((await InboxOfAsync(Person.Alice)).Page);
        await alice.SaveAsync("Night shift", shared: true);
        var visit = await InboxOfAsync(Person.Ben);
        var views = new ViewsScreen(visit.Page);
        await Expect(views.Link("Night shift")).ToBeVisibleAsync();

        var dialog = await views.ManageAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hide Night shift" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("“Night shift” is hidden from you; your colleagues still see it.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(views.Link("Night shift")).ToHaveCountAsync(0);
        await Expect(alice.Link("Night shift")).ToBeVisibleAsync();

        await (await views.ManageAsync()).GetByRole(AriaRole.Button, new() { Name = "Show Night shift" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("“Night shift” is in your list again.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(views.Link("Night shift")).ToBeVisibleAsync();
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Name_that_is_taken_is_told_and_the_view_of_that_name_is_replaced_in_its_place()
    {
        await StartAsync(Quiet(50));
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, views) = (visit.Page, new InboxScreen(visit.Page), new ViewsScreen(visit.Page));
        await page.GotoAsync("/?q=zone:eu2");
        await Expect(inbox.RemoveFilter("zone:eu2")).ToBeVisibleAsync();
        await Expect(views.Links).ToHaveCountAsync(5);

        await views.AskToSaveAsync("unread");
        await Expect(inbox.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("You have a view called “Unread” already");
        await inbox.Dialog.GetByRole(AriaRole.Button, new() { Name = "Replace it" }).ClickAsync();
        await Expect(inbox.Dialog).ToHaveCountAsync(0);
        await Expect(views.Link("unread")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(views.Links).ToHaveCountAsync(5);
        await Expect(views.Links.First).ToContainTextAsync("unread");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Bare_visit_comes_back_to_the_last_view_without_trapping_Back()
    {
        await StartAsync(Quiet(100));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var unread = make.BySubject.Count(one => one.Unread);
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        var remembered = RememberedAsync("?q=is%3Aunread");
        await inbox.UnreadOnly.ClickAsync();
        await inbox.WaitForCountAsync(unread);
        await remembered;

        await page.GotoAsync("/settings/connections");
        await page.GotoAsync("/");
        await inbox.WaitForCountAsync(unread);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=is"));
        await page.GoBackAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/settings/connections$"));

        await page.GotoAsync("/?q=is:unread");
        await inbox.WaitForCountAsync(unread);
        await inbox.UnreadOnly.ClickAsync();
        await inbox.WaitForCountAsync(100);
        visit.AssertQuiet();
    }

    private async Task RememberedAsync(string address)
    {
        var store = Dashboard.Services.GetRequiredService<PreferenceStore>();
        var remembered = new TaskCompletionSource();
        store.Changed += Look;
        await remembered.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        store.Changed -= Look;

        async void Look(string owner)
        {
            if ((await store.ReadAsync(owner, Cancel)).LastView == address)
                remembered.TrySetResult();
        }
    }
}
