using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>As many rows as the portal takes: more than any browser can lay out, so the list stands for them at scale.</summary>
public sealed class MillionTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 1_000_000;

    [Fact]
    public async Task A_million_rows_are_right_at_both_ends_and_between()
    {
        await StartAsync(Quiet(Rows) with { RequestsPerMinute = 1_000_000 });
        var started = Stopwatch.GetTimestamp();
        var visit = await VisitAsync();
        await visit.Page.GotoAsync("/");
        await new SignInScreen(visit.Page).ChooseAsync(Person.Alice);
        await new ConnectScreen(visit.Page).ConnectAsync(Person.Alice);
        var inbox = new InboxScreen(visit.Page);
        await Expect(inbox.Rows.First).ToBeVisibleAsync();
        Tell($"first rows after {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s");
        await inbox.WaitForCountAsync(Rows, timeout: 240_000);
        await inbox.WaitForAllAsync();
        using (var process = Process.GetCurrentProcess())
            Tell($"all rows after {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s; app, sandbox and test together hold {process.WorkingSet64 >> 20:N0} MiB, {GC.GetTotalMemory(forceFullCollection: true) >> 20:N0} MiB of it managed");
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);

        var newestFirst = make.NewestFirst;
        await inbox.Grid.FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await inbox.ExpectRowAsync(Rows, newestFirst[^1].Row);
        await inbox.ScrollAsync(0);
        await inbox.ExpectRowAsync(1, newestFirst[0].Row);
        await inbox.ScrollAsync(1);
        await inbox.ExpectRowAsync(Rows, newestFirst[^1].Row);
        await inbox.ScrollAsync(0.5);
        await ExpectMiddleAsync(inbox, newestFirst);

        var bySubject = make.BySubject;
        started = Stopwatch.GetTimestamp();
        await inbox.SortByAsync("Subject");
        await Expect(inbox.Header("Subject")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(inbox.Grid).ToHaveAttributeAsync("aria-busy", "false", new() { Timeout = 30_000 });
        await inbox.ExpectRowAsync(1, bySubject[0].Row);
        Tell($"sorted by subject after {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s");
        await inbox.ScrollAsync(1);
        await inbox.ExpectRowAsync(Rows, bySubject[^1].Row);

        var inZone = make.Notifications.Count(one => one.Zone.Name == "EU2");
        await visit.Page.GotoAsync("/?q=zone:eu2&group=failure");
        await Expect(inbox.Summary).ToContainTextAsync(new Regex($"^{inZone:N0} shown in [0-9,]+ groups"));
        await Expect(inbox.List).ToHaveAttributeAsync("aria-busy", "false");
        await inbox.WaitForScriptsAsync();
        await inbox.List.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+a");
        await Expect(inbox.Summary).ToContainTextAsync("selected");
        await visit.Page.Keyboard.PressAsync("Control+a");
        await Expect(inbox.Summary).ToContainTextAsync($"{inZone:N0} selected");
        await inbox.Export.Locator("summary").ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => inbox.Export.GetByRole(AriaRole.Button, new() { Name = "CSV, the selected" }).ClickAsync());
        Assert.Equal(inZone, Regex.Count(await File.ReadAllTextAsync(await download.PathAsync(), Cancel), "^'?[0-9]+,eu2", RegexOptions.Multiline));
        visit.AssertQuiet();
    }

    /// <summary>Every row on screen is the one that belongs at its place.</summary>
    private static async Task ExpectMiddleAsync(InboxScreen inbox, IReadOnlyList<MakeNotification> expected)
    {
        await Expect(inbox.Row(Rows / 2)).ToBeVisibleAsync();
        var places = await inbox.Rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.ariaRowIndex)");
        Assert.NotEmpty(places);
        foreach (var place in places.Select(index => int.Parse(index, CultureInfo.InvariantCulture) - 1))
            Assert.Equal(expected[place - 1].Row, await inbox.ReadAsync(place));
    }

    private static void Tell(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);
}
