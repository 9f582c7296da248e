using Microsoft.Playwright;

namespace Dashboard.E2E.Screens;

/// <summary>The list of everything a person asked to be changed.</summary>
public sealed class ActivityScreen(IPage page)
{
    public ILocator Entries => page.Locator(".entry");

    public ILocator Count => page.Locator(".count");

    public ILocator Kind => page.GetByRole(AriaRole.Combobox, new() { Name = "Action", Exact = true });

    public ILocator Day => page.GetByLabel("Day");

    public ILocator Receipt => page.Locator(".receipt");

    public ILocator Export(string format) => page.Locator(".activity .tools").GetByRole(AriaRole.Link, new() { Name = format, Exact = true });

    public ILocator Entry(string title) => Entries.Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    public static ILocator StateOf(ILocator entry) => entry.Locator(".state");

    public static ILocator Offer(ILocator entry, string name) => entry.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
