using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>The sandbox's attacks as a person meets them: behind the sanitizer and in the frame.</summary>
public sealed class HostileBodyTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Marker = "Hostile: ";

    [Fact]
    public async Task Hostile_bodies_run_nothing_and_load_nothing()
    {
        await StartAsync();
        var hostile = (await MakeInbox.ReadAsync(Dashboard.Sandbox, Person.Alice, Cancel)).Notifications
            .Where(one => one.Subject.Contains(Marker, StringComparison.Ordinal)).DistinctBy(one => one.Subject).ToArray();
        Assert.Equal(14, hostile.Length);
        var visit = await InboxOfAsync(Person.Alice);
        var detail = new DetailScreen(visit.Page);
        var asked = visit.Requested.Count;

        foreach (var attack in hostile)
        {
            await visit.Page.GotoAsync(attack.Path);
            await Expect(detail.Message).ToContainTextAsync("has encountered an error");
            foreach (var frame in visit.Page.Frames)
                Assert.Null(await frame.EvaluateAsync<string?>("window.hostile ?? null"));
            Assert.EndsWith(attack.Path, visit.Page.Url, StringComparison.Ordinal);
            // The page still answers.
            await detail.AsText.ClickAsync();
            await Expect(detail.Message).ToContainTextAsync("<strong>");
        }

        var origin = Dashboard.Address.Authority;
        Assert.All(visit.Requested.Skip(asked), address => Assert.True(new Uri(address).Authority == origin || address == "about:srcdoc", address));
        visit.AssertQuiet();
    }
}
