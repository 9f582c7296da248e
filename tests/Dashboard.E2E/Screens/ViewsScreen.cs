using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E.Screens;

/// <summary>The saved views beside the list, and their dialogs.</summary>
public sealed class ViewsScreen(IPage page)
{
    public ILocator Links => List.GetByRole(AriaRole.Link);

    private ILocator List => page.GetByRole(AriaRole.Navigation, new() { Name = "Saved views" });

    private ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Link(string name) => List.GetByRole(AriaRole.Link, new() { NameRegex = new($"^\\s*{name}\\b") });

    public ILocator CountOf(string name) => Link(name).Locator(".count");

    /// <summary>Saves what is shown.</summary>
    public async Task SaveAsync(string name, bool shared)
    {
        await AskToSaveAsync(name, shared);
        await Expect(Dialog).ToHaveCountAsync(0);
    }

    /// <summary>Asks for what is shown to be saved: there may be a question.</summary>
    public async Task AskToSaveAsync(string name, bool shared = false)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save this view…" }).ClickAsync();
        await Dialog.GetByLabel("Name").FillAsync(name);
        if (shared)
            await Dialog.GetByLabel("Share with everyone").CheckAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
    }

    public async Task DeleteAsync(string name)
    {
        var dialog = await ManageAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Delete {name}", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
    }

    /// <summary>Opens the dialog of all views.</summary>
    public async Task<ILocator> ManageAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Manage…" }).ClickAsync();
        await Expect(Dialog).ToBeVisibleAsync();
        return Dialog;
    }
}
