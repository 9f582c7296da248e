using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>The overview above the list leads to the rows behind its figures.</summary>
public sealed class OverviewTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Brushing_the_chart_filters_the_list_and_folding_is_kept_over_a_reload()
    {
        await StartAsync(Quiet(2_000));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        var overview = page.GetByRole(AriaRole.Region, new() { Name = "Overview" });
        var chart = overview.GetByRole(AriaRole.Img);
        await Expect(chart).ToHaveAttributeAsync("data-attached", "");

        var box = (await chart.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (box.Width * 10.5f / 14), box.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width * 12.5f / 14), box.Y + 20, new() { Steps = 3 });
        await page.Mouse.UpAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"q=created%3A\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d"));
        var days = Regex.Match(Uri.UnescapeDataString(page.Url), @"created:(\S+)\.\.(\d{4}-\d\d-\d\d)");
        var (first, last) = (Day(days.Groups[1].Value), Day(days.Groups[2].Value));
        Assert.Equal(2, last.DayNumber - first.DayNumber);
        await inbox.WaitForCountAsync(make.Notifications.Count(one => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.Created, Prague).DateTime) is var day && day >= first && day <= last));

        await overview.GetByRole(AriaRole.Button, new() { Name = "Overview" }).ClickAsync();
        await Expect(chart).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(overview).ToBeVisibleAsync();
        await Expect(chart).ToHaveCountAsync(0);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Chart_is_reached_with_Tab_and_marked_with_arrows_and_Escape_gives_the_mark_up_before_anything_else()
    {
        await StartAsync(Quiet(2_000));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox, keys) = (visit.Page, new InboxScreen(visit.Page), visit.Page.Keyboard);
        var overview = page.GetByRole(AriaRole.Region, new() { Name = "Overview" });
        var (hand, brush) = (overview.GetByRole(AriaRole.Slider), overview.Locator(".brush"));
        await Expect(overview.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("data-attached", "");
        await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");

        await overview.Locator("select").Last.FocusAsync();
        await keys.PressAsync("Tab");
        await Expect(hand).ToBeFocusedAsync();
        Assert.Equal("2px", await hand.EvaluateAsync<string>("it => getComputedStyle(it).outlineWidth"));
        await Expect(hand).ToHaveAttributeAsync("aria-valuenow", "14");
        await Expect(brush).ToHaveAttributeAsync("width", "10");
        await keys.PressAsync("Escape");
        await Expect(brush).ToHaveAttributeAsync("width", "0");
        await Expect(inbox.Summary).ToContainTextAsync("1 selected");
        await keys.PressAsync("Escape");
        await Expect(inbox.Summary).Not.ToContainTextAsync("selected");

        await keys.PressAsync("End");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowLeft");
        await keys.PressAsync("Shift+ArrowLeft");
        await keys.PressAsync("Shift+ArrowLeft");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, Prague).DateTime);
        var (first, last) = (today.AddDays(-3), today.AddDays(-1));
        var expected = make.Notifications.Count(one => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.Created, Prague).DateTime) is var day && day >= first && day <= last);
        await Expect(brush).ToHaveAttributeAsync("width", "30");
        await Expect(hand).ToHaveAttributeAsync("aria-valuetext", string.Create(CultureInfo.InvariantCulture, $"{first:ddd d MMM} to {last:ddd d MMM}: {expected:N0}"));
        await keys.PressAsync("Enter");
        await inbox.WaitForCountAsync(expected);
        await Expect(page).ToHaveURLAsync(new Regex($"q=created%3A{first:yyyy-MM-dd}..{last:yyyy-MM-dd}"));
        await Expect(hand).ToBeFocusedAsync();
        await Expect(brush).ToHaveAttributeAsync("width", "0");
        visit.AssertQuiet();
    }

    [Fact]
    public async Task Failure_that_comes_most_often_leads_to_its_rows_and_the_table_says_what_the_chart_shows()
    {
        await StartAsync(Quiet(2_000));
        var make = await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel);
        var most = make.Notifications.GroupBy(one => (one.Zone.Domain, one.Subject)).Max(failure => failure.Count());
        var visit = await InboxOfAsync(Person.Alice);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        var overview = page.GetByRole(AriaRole.Region, new() { Name = "Overview" });

        await overview.GetByText("As a table").ClickAsync();
        await Expect(overview.GetByRole(AriaRole.Table).GetByRole(AriaRole.Columnheader, new() { Name = "EU1" })).ToBeVisibleAsync();
        await overview.GetByText("As a table").ClickAsync();
        await overview.Locator(".often a").First.ClickAsync();
        await inbox.WaitForCountAsync(most);
        visit.AssertQuiet();
    }

    private static TimeZoneInfo Prague { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
