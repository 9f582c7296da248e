using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What is shown or selected comes down as a file.</summary>
public sealed partial class ExportTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Filtered_view_is_downloaded_as_csv_row_by_row_as_it_is_shown()
    {
        await StartAsync(Quiet(500));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var wanted = make.NewestFirst.Where(one => one is { Unread: true, Zone.Name: "EU2" }).ToArray();
        var visit = await InboxOfAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        await visit.Page.GotoAsync("/?q=is:unread%20zone:eu2");
        await inbox.WaitForAllAsync();
        await inbox.WaitForCountAsync(wanted.Length);

        await new CommandScreen(visit.Page).HearAsync("Shift+E");
        await visit.Page.Keyboard.PressAsync("Shift+E");
        await Expect(inbox.Export.GetByRole(AriaRole.Heading)).ToHaveTextAsync($"All {wanted.Length} shown");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => Choice(inbox, "CSV, all shown").ClickAsync());
        await Expect(inbox.Export.Locator("[aria-live]")).ToHaveTextAsync($"{wanted.Length} notifications exported.");

        Assert.Matches("^make-notifications-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.csv$", download.SuggestedFilename);
        var text = await ReadAsync(download);
        Assert.Equal(wanted.Select(one => one.Row.Id), IdAtStart().Matches(text).Select(id => id.Groups[1].Value));
        Assert.All(wanted, one => Assert.Contains(one.Path, text, StringComparison.Ordinal));
        await Expect(inbox.Export.Locator("details")).Not.ToHaveAttributeAsync("open", "");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Selection_is_downloaded_as_json_and_the_open_menu_is_accessible()
    {
        await StartAsync(Quiet(100));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var (first, third) = (make.NewestFirst[0].Row, make.NewestFirst[2].Row);
        var visit = await InboxOfAsync(Person.Alice, new VisitOptions(390, 844));
        var inbox = new InboxScreen(visit.Page);
        await InboxScreen.PickOf(inbox.Row(3)).ClickAsync();
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("2 selected");

        await inbox.Export.Locator("summary").ClickAsync();
        await Expect(Choice(inbox, "JSON, the selected")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(Choice(inbox, "JSON, all shown")).ToBeInViewportAsync(new() { Ratio = 1 });
        var grave = await visit.Page.GraveViolationsAsync("what can be exported", Cancel);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(inbox.Export.Locator("summary")).ToBeFocusedAsync();
        await Expect(inbox.Summary).ToContainTextAsync("2 selected");
        await visit.Page.Keyboard.PressAsync("Enter");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => Choice(inbox, "JSON, the selected").ClickAsync());

        using var json = JsonDocument.Parse(await ReadAsync(download));
        Assert.Equal([first.Id, third.Id], json.RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetString()));
        Assert.Equal([first.Subject, third.Subject], json.RootElement.EnumerateArray().Select(row => row.GetProperty("subject").GetString()));
        Assert.Empty(grave);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task While_a_zone_is_not_all_loaded_the_counts_and_the_file_say_so()
    {
        await StartAsync(Quiet(400));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var loaded = make.Notifications.Where(one => one.Zone.Id != 1).ToArray();
        Dashboard.Sandbox.Add(new Fault { Operation = ApiOperation.List, Kind = FaultKind.Status, ZoneId = 1 });
        var visit = await VisitAsync();
        await visit.Page.GotoAsync("/");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        await new ConnectScreen(visit.Page).ConnectAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);

        await inbox.WaitForCountAsync(loaded.Length);
        await Expect(inbox.Summary).ToContainTextAsync($"{loaded.Length} of the {loaded.Length} loaded so far · ");
        await visit.Page.GotoAsync("/?q=is:unread");
        var unread = loaded.Count(one => one.Unread);
        await Expect(inbox.Summary).ToContainTextAsync($"{unread} of the {loaded.Length} loaded so far · ");
        await inbox.Export.Locator("summary").ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => Choice(inbox, "CSV, all shown").ClickAsync());
        Assert.EndsWith("-loaded-so-far.csv", download.SuggestedFilename, StringComparison.Ordinal);
        await Expect(inbox.Export.Locator("[aria-live]")).ToHaveTextAsync($"{unread} notifications exported. Older ones were still being loaded and are not in the file.");

        Dashboard.Sandbox.ClearFaults();
        await inbox.Notices.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync($"{make.Notifications.Count(one => one.Unread)} shown · ");
        visit.AssertQuiet();
    }

    private static ILocator Choice(InboxScreen inbox, string name) => inbox.Export.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task<string> ReadAsync(IDownload download) => await File.ReadAllTextAsync(await download.PathAsync(), Cancel);

    /// <summary>The id that a line begins with, and the zone after it.</summary>
    [GeneratedRegex("^'?([0-9]+),[a-z0-9.]+,", RegexOptions.Multiline)]
    private static partial Regex IdAtStart();
}
