using System.IO.Pipes;
using System.Text.RegularExpressions;
using Dashboard.Testing;
using Dashboard.Testing.Circuits;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>
/// The published app and a sandbox with so many notifications for everyone, each a process of its own, and the proxy that counts between the app and
/// its visitors. Nothing arrives, and the app looks for changes once an hour, so that only what is measured happens.
/// </summary>
internal sealed partial class Site : IAsyncDisposable
{
    // Memory that still falls after a minute or so falls by something else than closed pages.
    private const int MostLooks = 60;

    private readonly ServerProcess _sandbox;
    private readonly PortalProcess _app;
    private readonly NamedPipeClientStream _memory;

    private Site(ServerProcess sandbox, PortalProcess app, NamedPipeClientStream memory, CountingProxy wire, int notifications) =>
        (_sandbox, _app, _memory, Wire, Notifications) = (sandbox, app, memory, wire, notifications);

    /// <summary>Where visitors go.</summary>
    public CountingProxy Wire { get; }

    /// <summary>Rows of everyone's inbox.</summary>
    public int Notifications { get; }

    /// <summary>Processor time of the app so far.</summary>
    public TimeSpan ProcessorTime => _app.Server.ProcessorTime;

    /// <summary>The app's process.</summary>
    public int ProcessId => _app.Server.Id;

    public static async Task<Site> StartAsync(PublishedApp published, int notifications)
    {
        var data = published.NewData().FullName;
        var (sandbox, said) = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Dashboard.Sandbox.dll"),
            new Dictionary<string, string>
            {
                ["Sandbox__Port"] = "0",
                ["Sandbox__DataDirectory"] = Path.Combine(data, "sandbox"),
                ["Sandbox__Notifications"] = $"{notifications}",
                ["Sandbox__ArrivalsPerMinute"] = "0",
                ["Sandbox__RequestsPerMinute"] = "1000000",
            },
            line => line.StartsWith("Ctrl+C", StringComparison.Ordinal));
        try
        {
            var pipe = $"dashboard-{Guid.NewGuid():N}";
            var app = await PortalProcess.StartAsync(
                published.Assembly,
                data,
                [
                    .. said.Select(line => Setting().Match(line)).Where(setting => setting.Success).Select(setting => KeyValuePair.Create(setting.Groups[1].Value, (string?)setting.Groups[2].Value)),
                    KeyValuePair.Create("Inbox:RefreshInterval", (string?)"01:00:00"),
                    // One person opens them all.
                    KeyValuePair.Create("Limits:PagesPerPerson", (string?)"1000"),
                    KeyValuePair.Create("Limits:RequestsPerMinute", (string?)"1000000"),
                ],
                [
                    // A page's arrays come from the runtime's pool. With its usual room it keeps those of closed pages, and the next ones seem to hold none.
                    KeyValuePair.Create("DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXPARTITIONCOUNT", "1"),
                    KeyValuePair.Create("DOTNET_SYSTEM_BUFFERS_SHAREDARRAYPOOL_MAXARRAYSPERPARTITION", "1"),
                    KeyValuePair.Create("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
                    KeyValuePair.Create(StartupHook.PipeVariable, pipe),
                ]);
            var memory = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, PipeOptions.CurrentUserOnly);
            await memory.ConnectAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
            return new Site(sandbox, app, memory, new CountingProxy(app.Address), notifications);
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    /// <summary>Managed bytes that the app holds after full collections, once they fall no more: what is still being closed only adds.</summary>
    public async Task<long> ManagedBytesAsync()
    {
        var least = long.MaxValue;
        var answer = new byte[sizeof(long)];
        for (var (looks, all) = (0, 0); looks < 5 && all < MostLooks; looks++, all++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            _memory.WriteByte(0);
            await _memory.ReadExactlyAsync(answer);
            var held = BitConverter.ToInt64(answer);
            if (held < least - 50_000)
                looks = 0;
            least = Math.Min(least, held);
        }

        return least;
    }

    /// <summary>A person's browser, signed in and connected to Make with a sample token.</summary>
    public async Task<Browser> WelcomeAsync(Person person)
    {
        var browser = new Browser(Wire.Address);
        (await browser.SignInAsync(person.Email)).Dispose();
        await using var page = await HeadlessPage.OpenAsync(browser, Wire.Address);
        await page.UntilAsync(page => page.FormToken is not null, "form to connect with");
        using var answer = await browser.PostAsync("/make/token", new Dictionary<string, string>
        {
            ["environment"] = "Sandbox (not Make)",
            ["sample"] = $"{person.Sample}",
            ["__RequestVerificationToken"] = page.FormToken!,
        });
        if (answer.Headers.Location?.OriginalString != "/")
            throw new InvalidOperationException($"{person.Email} could not connect: {(int)answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}");
        return browser;
    }

    /// <summary>Opens a person's inbox and waits for its list: all rows, or the groups they are folded into.</summary>
    /// <param name="browser">Whose.</param>
    /// <param name="grouping">What rows are folded together by, as an address names it; <see langword="null"/> for not at all.</param>
    public async Task<HeadlessPage> OpenAsync(Browser browser, string? grouping = null)
    {
        var page = await HeadlessPage.OpenAsync(browser, new Uri(Wire.Address, grouping is null ? "/" : $"/?group={grouping}"));
        try
        {
            await (grouping is null ? page.WaitForRowsAsync(Notifications) : page.WaitForGroupsAsync());
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        Wire.Dispose();
        _memory.Dispose();
        _app.Dispose();
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"^  (\w+__\w+)=(.*)$")]
    private static partial Regex Setting();
}
