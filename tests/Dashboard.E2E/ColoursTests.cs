using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>Light, dark, or as the device.</summary>
public sealed class ColoursTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Colours_are_chosen_by_a_button_kept_over_a_reload_and_follow_the_device_when_told_so()
    {
        await StartAsync(Quiet(50));
        var visit = await InboxOfAsync(Person.Alice);
        var shell = new ShellScreen(visit.Page);
        await Expect(shell.Shell).ToHaveAttributeAsync("data-theme", "light");

        await shell.Colours.ClickAsync();
        await Expect(shell.Colours).ToHaveAttributeAsync("title", "Colours: light");
        await shell.Colours.ClickAsync();
        await Expect(shell.Shell).ToHaveAttributeAsync("data-theme", "dark");
        await visit.Page.ReloadAsync();
        await Expect(shell.Shell).ToHaveAttributeAsync("data-theme", "dark");

        await shell.Colours.ClickAsync();
        await Expect(shell.Shell).ToHaveAttributeAsync("data-theme", "light");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        await Expect(shell.Shell).ToHaveAttributeAsync("data-theme", "dark");
        visit.AssertQuiet();
    }
}
