using Microsoft.Playwright;

namespace Dashboard.E2E.Screens;

/// <summary>The pages that list sessions, and the one that says that a session has ended.</summary>
public sealed class SessionsScreen(IPage page)
{
    public ILocator Sessions => page.Locator("main li.card");

    public ILocator SignOutEverywhere => page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" });

    public ILocator EndOthers => page.GetByRole(AriaRole.Button, new() { Name = "End all others" });

    public ILocator Everyones => page.GetByRole(AriaRole.Link, new() { Name = "Everyone's sessions" });

    public ILocator Told => page.Locator("main [role=status]").First;

    public ILocator Ended => page.GetByRole(AriaRole.Heading, new() { Name = "Your session has ended" });

    public ILocator Reason => page.Locator("main.plain p").First;

    public ILocator SignInAgain => page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" });

    public ILocator EndAllOf(Person person) => page.GetByRole(AriaRole.Button, new() { Name = $"End all sessions of {person.Name}" });
}
