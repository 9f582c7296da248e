using Dashboard.E2E.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Dashboard.E2E.Browser;

/// <summary>The one browser of a test run. Each test opens contexts of its own in it, which share nothing.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] SystemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly string[] Flags =
        ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async ValueTask InitializeAsync()
    {
        // The same patience as a visit's: a busy machine is not a failed expectation.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        // Chromium refuses to sandbox itself as root, as in most containers.
        var asRoot = Environment.UserName == "root";
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Installed(),
            Args = asRoot ? [.. Flags, "--no-sandbox"] : Flags,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary><c>BROWSER_PATH</c>, else the system's own; null for the one Playwright has downloaded.</summary>
    private static string? Installed() =>
        Environment.GetEnvironmentVariable("BROWSER_PATH") is { Length: > 0 } named ? named : SystemBrowsers.FirstOrDefault(File.Exists);
}
