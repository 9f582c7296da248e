using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Dashboard.E2E.Screens;

/// <summary>A notification with its message, beside the list or as a page of its own.</summary>
public sealed class DetailScreen(IPage page)
{
    public ILocator Panel => page.GetByRole(AriaRole.Article);

    public ILocator Subject => Panel.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Frame => Panel.Locator("iframe");

    /// <summary>The body inside the message's frame.</summary>
    public ILocator Message => Panel.FrameLocator("iframe").Locator("body");

    public ILocator AsText => Panel.GetByLabel("Show as text");

    public ILocator Problem => Panel.GetByRole(AriaRole.Alert);

    public ILocator CopyLink => Panel.GetByRole(AriaRole.Button, new() { Name = "Copy link" });

    public ILocator Said => Panel.GetByRole(AriaRole.Status).First;

    public ILocator Close => Panel.GetByRole(AriaRole.Button, new() { Name = "Close" });

    public ILocator Id => Panel.Locator("dl > div", new() { HasText = "Id" }).Last.Locator("dd");

    public ILocator Notice => page.GetByText("your own copy");

    /// <summary>An element of the message.</summary>
    public ILocator InMessage(string selector) => Panel.FrameLocator("iframe").Locator(selector);

    /// <summary>Waits until the message is there.</summary>
    public async Task WaitAsync()
    {
        await Expect(Frame).ToBeVisibleAsync();
        await Expect(Message).ToBeAttachedAsync();
    }
}
