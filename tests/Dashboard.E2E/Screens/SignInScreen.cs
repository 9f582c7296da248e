using Microsoft.Playwright;

namespace Dashboard.E2E.Screens;

/// <summary>The sandbox's sign-in page.</summary>
public sealed class SignInScreen(IPage page)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Name = "Sign in as" });

    public async Task ChooseAsync(Person person) => await page.GetByRole(AriaRole.Button, new() { Name = person.Name }).ClickAsync();
}
