using System.Collections.Concurrent;
using System.Diagnostics;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>What an open page costs and leaves behind: its place among its person's pages, its number in log and trace.</summary>
public sealed class OpenPageTests(Chromium chromium) : BrowserTest(chromium)
{
    private readonly CircuitLine _line = new();

    [Fact]
    public async Task Page_past_the_most_that_a_person_may_have_says_so_and_opens_once_another_is_closed()
    {
        await StartAsync(Quiet(20), new Dictionary<string, string?> { ["Limits:PagesPerPerson"] = "2" });
        var visit = await InboxOfAsync(Person.Alice);
        var second = await visit.Context.NewPageAsync();
        await second.GotoAsync(Dashboard.Address.ToString());
        await new InboxScreen(second).WaitForCountAsync(20);

        var third = await visit.Context.NewPageAsync();
        var answer = await third.GotoAsync(Dashboard.Address.ToString());
        Assert.Equal(429, answer!.Status);
        await Expect(third.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Too many pages are open");
        var ben = await InboxOfAsync(Person.Ben);
        await new InboxScreen(ben.Page).WaitForAllAsync();

        await second.CloseAsync();
        while ((await third.ReloadAsync())!.Status == 429)
        {
        }

        await Expect(third.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("100", "00:03:00", true)]
    [InlineData("0", "00:03:00", false)]
    [InlineData("100", "00:00:00", false)]
    public async Task Page_whose_line_is_cut_is_kept_as_long_as_the_bounds_say(string pages, string time, bool kept)
    {
        await StartAsync(
            Quiet(20),
            new Dictionary<string, string?> { ["Limits:RetainedPages"] = pages, ["Limits:RetainedFor"] = time },
            builder => builder.Services.AddSingleton<IStartupFilter>(_line));
        var visit = await InboxOfAsync(Person.Alice);
        var (inbox, lost) = (new InboxScreen(visit.Page), visit.Page.Locator("#components-reconnect-modal"));
        await InboxScreen.PickOf(inbox.Row(3)).ClickAsync();
        await Expect(inbox.Selected).ToHaveCountAsync(1);

        _line.Cut();
        await Expect(lost).ToBeVisibleAsync();
        _line.Mend();
        await Expect(lost).ToBeHiddenAsync(new() { Timeout = 60_000 });

        // Whether it is the same page shows by what only that page knew.
        await inbox.WaitForCountAsync(20);
        await Expect(inbox.Selected).ToHaveCountAsync(kept ? 1 : 0);
    }

    [Fact]
    public async Task Page_that_does_not_answer_is_sent_no_more_than_the_bound_and_catches_up()
    {
        await StartAsync(Quiet(20), new Dictionary<string, string?> { ["Limits:PendingRenders"] = "2" });
        var visit = await InboxOfAsync(Person.Alice);
        var (inbox, silent) = (new InboxScreen(visit.Page), await visit.Context.NewPageAsync());
        var line = await HeldLine.OfAsync(silent);
        await silent.GotoAsync(Dashboard.Address.ToString());
        await new InboxScreen(silent).WaitForCountAsync(20);

        line.Hold();
        for (var left = 19; left > 13; left--)
        {
            await InboxScreen.PickOf(inbox.Row(1)).ClickAsync();
            await inbox.Delete.ClickAsync();
            await inbox.WaitForCountAsync(left);
        }

        Assert.InRange(line.Renders, 1, 2);
        line.LetGo();
        await new InboxScreen(silent).WaitForCountAsync(14);
    }

    [Fact]
    public async Task Error_bar_has_the_number_that_log_and_trace_know_the_page_by()
    {
        var done = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Dashboard.Pages" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = done.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await StartAsync(Quiet(20));
        var visit = await InboxOfAsync(Person.Alice);
        var number = await visit.Page.Locator("#blazor-error-ui code").TextContentAsync();

        await InboxScreen.SubjectOf(new InboxScreen(visit.Page).Row(1)).ClickAsync();
        await new DetailScreen(visit.Page).WaitAsync();

        Assert.Matches("^[0-9a-f]{32}$", number!);
        Assert.Contains(Dashboard.Log.Lines, line => line.Contains($"Page:{number}", StringComparison.Ordinal));
        var asked = done.Where(activity => activity.Source.Name == "System.Net.Http" && $"{activity.GetTagItem("url.full")}".Contains("/api/v2/notifications/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(asked);
        Assert.Contains(done, activity => activity.OperationName == "page event" && Equals(activity.GetTagItem("dashboard.page"), number) && asked.Any(call => call.TraceId == activity.TraceId));
    }
}
