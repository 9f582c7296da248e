using Microsoft.Playwright;

namespace Dashboard.E2E.Screens;

/// <summary>What was deleted and is kept readable for some days. Its list is read as the inbox's is.</summary>
public sealed class BinScreen(IPage page)
{
    public ILocator Panel => page.GetByRole(AriaRole.Article);

    public ILocator Message => Panel.FrameLocator("iframe").Locator("body");

    public ILocator ForgetSelected => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { NameRegex = new("for good") });

    public ILocator Empty => page.GetByRole(AriaRole.Button, new() { Name = "Empty the bin" });

    public ILocator Nothing => page.GetByText("Nothing is in it.");

    public ILocator Confirm => page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("for good") });
}
