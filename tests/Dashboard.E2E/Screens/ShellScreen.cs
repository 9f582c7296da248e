using Microsoft.Playwright;

namespace Dashboard.E2E.Screens;

/// <summary>The frame of every signed-in page.</summary>
public sealed class ShellScreen(IPage page)
{
    public ILocator Account => page.Locator("details.account");

    public ILocator Colours => page.GetByRole(AriaRole.Button, new() { Name = "Colours" });

    /// <summary>The frame itself, which says in which colours it is drawn.</summary>
    public ILocator Shell => page.Locator(".shell");

    public ILocator SignedOut => page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" });

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public async Task OpenAccountAsync() => await Account.Locator("summary").ClickAsync();

    public async Task SignOutAsync()
    {
        await OpenAccountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
    }
}
