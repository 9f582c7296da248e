using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E.Screens;

/// <summary>What finds and lists commands: the palette, the list of keys and the hint of a key that waits for another.</summary>
public sealed class CommandScreen(IPage page)
{
    public ILocator Button => page.GetByRole(AriaRole.Button, new() { Name = "Commands" });

    public ILocator Palette => page.GetByRole(AriaRole.Dialog, new() { Name = "Commands" });

    public ILocator Find => Palette.GetByRole(AriaRole.Combobox);

    public ILocator Options => Palette.GetByRole(AriaRole.Option);

    /// <summary>The option that Enter takes.</summary>
    public ILocator Active => Palette.Locator("[role=option][aria-selected=true]");

    public ILocator Told => Palette.GetByRole(AriaRole.Status);

    public ILocator Keys => page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });

    public ILocator SingleLetterKeys => page.GetByLabel("Single-letter keys");

    public ILocator Hint => page.Locator(".hint");

    public ILocator Option(string words) => Options.Filter(new() { Has = page.Locator($".words:text-is('{words}')") });

    /// <summary>Waits until a key is listened for: a page that is drawn may not yet be.</summary>
    public Task HearAsync(string keys) => Expect(page.Locator("p[data-keys]")).ToHaveAttributeAsync("data-keys", new Regex($@"(^|\| ){Regex.Escape(keys)}( \||$)"));

    /// <summary>Opens the palette by its key and waits until it shows what there is.</summary>
    public async Task OpenPaletteAsync()
    {
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Options.First).ToBeVisibleAsync();
    }

    /// <summary>Finds a command by its words and runs it.</summary>
    public async Task RunAsync(string typed, string words)
    {
        await OpenPaletteAsync();
        await page.Keyboard.TypeAsync(typed);
        await Expect(Active.Locator(".words")).ToHaveTextAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Palette).ToHaveCountAsync(0);
    }
}
