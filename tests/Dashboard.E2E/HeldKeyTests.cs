using Dashboard.E2E.Browser;
using Dashboard.E2E.Screens;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E;

/// <summary>A key held down, far from the server.</summary>
public sealed class HeldKeyTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Rows = 2_000;

    /// <summary>As often as a keyboard repeats a held key.</summary>
    private static readonly TimeSpan Repeat = TimeSpan.FromMilliseconds(33);

    private DelayedLine? _line;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_line is not null)
            await _line.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?group=day")]
    public async Task Three_seconds_of_a_held_key_at_300_ms_skip_no_row_and_double_none(string view)
    {
        await StartAsync(Quiet(Rows));
        _line = new DelayedLine(Dashboard.Address);
        var visit = await VisitAsync(_line.Address, Dashboard.Sandbox.Address);
        var (page, inbox) = (visit.Page, new InboxScreen(visit.Page));
        await page.GotoAsync("/");
        await new SignInScreen(page).ChooseAsync(Person.Alice);
        await new ConnectScreen(page).ConnectAsync(Person.Alice);
        await inbox.WaitForAllAsync();
        await page.GotoAsync($"/{view}");
        var grid = page.Locator(".grid");
        await inbox.WaitForScriptsAsync();
        await Expect(grid.Locator("[role=row][id]").First).ToBeVisibleAsync();
        await Expect(grid).ToHaveAttributeAsync("aria-busy", "false");
        await grid.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        if (view.Length > 0)
            await page.Keyboard.PressAsync("ArrowRight");
        var cursor = grid.Locator("[role=row][data-cursor]");
        await Expect(cursor).ToHaveAttributeAsync("aria-rowindex", "2");
        if (view.Length > 0)
            await Expect(cursor).ToHaveAttributeAsync("aria-expanded", "true");
        await RecordAsync(visit);

        _line.RoundTrip = TimeSpan.FromMilliseconds(300);
        using var repeats = new PeriodicTimer(Repeat);
        for (var held = TimeSpan.Zero; held < TimeSpan.FromSeconds(3); held += Repeat)
        {
            await page.Keyboard.DownAsync("j");
            await repeats.WaitForNextTickAsync(Cancel);
        }

        await page.Keyboard.UpAsync("j");
        var stoodOn = await page.EvaluateAsync<int[]>("() => window.stoodOn");

        Assert.Equal(Enumerable.Range(3, stoodOn.Length), stoodOn);
        Assert.True(stoodOn.Length > 40, $"The highlight moved over {stoodOn.Length} rows only.");
        // The server has heard where it settled, and agrees.
        await Expect(grid.Locator(".rows")).ToHaveAttributeAsync("data-cursor", $"{stoodOn[^1] - 2}");
        await Expect(cursor).ToHaveAttributeAsync("aria-rowindex", $"{stoodOn[^1]}");
        Assert.Equal(stoodOn.Length, await page.EvaluateAsync<int>("() => window.stoodOn.length"));
        await Expect(cursor).ToBeInViewportAsync();
    }

    /// <summary>Writes down every row the highlight comes to stand on, by its number in the whole list.</summary>
    private static async Task RecordAsync(Visit visit) => await visit.Page.EvaluateAsync("""
        () => {
          const rows = document.querySelector('.grid .rows');
          let last = rows.querySelector('[data-cursor]').ariaRowIndex;
          window.stoodOn = [];
          new MutationObserver(() => {
            const now = rows.querySelector('[data-cursor]')?.ariaRowIndex ?? '0';
            if (now !== last) window.stoodOn.push(Number(last = now));
          }).observe(rows, { subtree: true, childList: true, attributeFilter: ['data-cursor', 'aria-rowindex'] });
        }
        """);
}
