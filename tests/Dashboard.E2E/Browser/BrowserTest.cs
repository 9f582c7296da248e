using Dashboard.E2E.Screens;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Microsoft.AspNetCore.Builder;

namespace Dashboard.E2E.Browser;

/// <summary>A test in a real browser against the real app and a sandbox of its own. What the browser showed is kept where the test fails.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];
    private RunningDashboard? _dashboard;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected RunningDashboard Dashboard => _dashboard ?? throw new InvalidOperationException("Start the dashboard first.");

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState is { Result: TestResult.Failed })
            await KeepAsync();
        foreach (var visit in _visits)
            await visit.DisposeAsync();
        if (_dashboard is not null)
            await _dashboard.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>How long changes can be undone: short, since most tests want to see what comes after.</summary>
    protected virtual TimeSpan UndoWindow => TimeSpan.FromSeconds(2);

    /// <summary>Nothing arrives by itself, so that a test knows what there is.</summary>
    protected static SandboxOptions Quiet(int notifications = 10_000) =>
        new() { Notifications = notifications, ArrivalsPerMinute = 0, RequestsPerMinute = 10_000 };

    protected async Task StartAsync(SandboxOptions? sandbox = null, IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null) =>
        _dashboard = await RunningDashboard.StartAsync(sandbox ?? Quiet(), new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Actions:UndoWindow"] = UndoWindow.ToString() }, configure, cancellationToken: Cancel);

    /// <summary>A browser that has never seen the portal.</summary>
    protected Task<Visit> VisitAsync(VisitOptions? options = null) => VisitAsync(Dashboard.Address, Dashboard.Sandbox.Address, options);

    /// <summary>A browser that has never seen the portal at this address.</summary>
    protected async Task<Visit> VisitAsync(Uri app, Uri sandbox, VisitOptions? options = null)
    {
        var visit = await Visit.StartAsync(chromium.Browser, app, sandbox, options ?? new VisitOptions());
        _visits.Add(visit);
        return visit;
    }

    /// <summary>Signed in and connected, every notification in the list.</summary>
    protected async Task<Visit> InboxOfAsync(Person person, VisitOptions? options = null)
    {
        var visit = await VisitAsync(options);
        await visit.Page.GotoAsync("/");
        await new SignInScreen(visit.Page).ChooseAsync(person);
        await new ConnectScreen(visit.Page).ConnectAsync(person);
        await new InboxScreen(visit.Page).WaitForAllAsync();
        await new CommandScreen(visit.Page).HearAsync("r");
        return visit;
    }

    private async Task KeepAsync()
    {
        var name = string.Concat(TestContext.Current.Test!.TestDisplayName.Split(Path.GetInvalidFileNameChars()));
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults", name[..Math.Min(name.Length, 120)])).FullName;
        foreach (var (index, visit) in _visits.Index())
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, $"{index}.complaints.txt"), visit.Complaints);
            if (visit.Page.IsClosed)
                continue;
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{index}.png") });
            await File.WriteAllTextAsync(Path.Combine(folder, $"{index}.txt"), $"{visit.Page.Url}\n{await visit.Page.Locator("body").InnerTextAsync()}");
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "server.log"), _dashboard?.Log.Lines.Where(line => !line.StartsWith("Trace", StringComparison.Ordinal)) ?? []);
    }
}
