using Microsoft.Playwright;

namespace Dashboard.E2E.Screens;

/// <summary>The offer to connect to Make, on the empty inbox and on the connections page.</summary>
public sealed class ConnectScreen(IPage page)
{
    public ILocator Token => page.GetByLabel("API token", new() { Exact = true });

    public ILocator ContinueToMake => page.GetByRole(AriaRole.Button, new() { Name = "Continue to Make" });

    public ILocator Reconnect => page.GetByRole(AriaRole.Button, new() { Name = "Reconnect" });

    public ILocator Cards => page.Locator("section.card:has(form.rename)");

    /// <summary>A button of Make's consent page.</summary>
    public ILocator Consent(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Check => page.GetByRole(AriaRole.Button, new() { Name = "Check and connect" });

    public ILocator Problem => page.GetByRole(AriaRole.Alert);

    public ILocator Disconnect => page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" });

    public ILocator Sample(Person person) => page.GetByRole(AriaRole.Button, new() { Name = person.Sample });

    public async Task ConnectAsync(Person person) => await Sample(person).ClickAsync();
}
