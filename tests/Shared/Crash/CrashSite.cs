using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Client;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Testing.Crash;

/// <summary>A sandbox that outlives every kill, and a data directory on which processes of the app are started one after the other, or side by side.</summary>
public sealed class CrashSite : IAsyncDisposable
{
    /// <summary>How long a request may be under way. Longer than a lease and a start take, so that a look that does not wait for it shows.</summary>
    public static readonly TimeSpan ChangeTimeout = TimeSpan.FromSeconds(6);

    private readonly string _assembly;
    private readonly DirectoryInfo _data;
    private readonly IEnumerable<KeyValuePair<string, string?>> _settings;
    private Browser? _last;

    private CrashSite(string assembly, DirectoryInfo data, SandboxServer sandbox, IReadOnlyDictionary<string, string?> settings)
    {
        (_assembly, _data, Sandbox) = (assembly, data, sandbox);
        _settings = new Dictionary<string, string?>
        {
            ["Make:ChangeTimeout"] = ChangeTimeout.ToString(),
            // Nothing but the action asks for lists.
            ["Inbox:RefreshInterval"] = "01:00:00",
            ["Actions:Lease"] = "00:00:02",
            ["Actions:UndoWindow"] = "00:00:00.200",
            // A script waits for it by asking again and again.
            ["Limits:RequestsPerMinute"] = "1000000",
        }.Concat(sandbox.Settings).Concat(settings).GroupBy(setting => setting.Key).Select(setting => setting.Last());
    }

    public SandboxServer Sandbox { get; }

    public string DataDirectory => _data.FullName;

    /// <summary>The person whose notifications are deleted.</summary>
    public Account Alice => Sandbox.Accounts[0];

    /// <param name="assembly">The app's .dll.</param>
    /// <param name="rows">Notifications of each person, in two zones.</param>
    /// <param name="settings">Settings of the app on top of the usual ones.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<CrashSite> StartAsync(string assembly, int rows, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("dashboard-crash-");
        KeyRingCertificate.WriteTo(data.FullName);
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                DataDirectory = Path.Combine(data.FullName, "sandbox"),
                Notifications = rows,
                Zones = 2,
                ArrivalsPerMinute = 0,
                RequestsPerMinute = 1_000_000,
            },
            cancellationToken: cancellationToken);
        return new CrashSite(assembly, data, sandbox, settings);
    }

    /// <summary>Starts a process of the app.</summary>
    /// <param name="trap">Where it is to kill itself; <see langword="null"/> for nowhere.</param>
    public Task<PortalProcess> StartPortalAsync(string? trap = null) => PortalProcess.StartAsync(
        _assembly,
        DataDirectory,
        _settings,
        trap is null
            ? []
            : [KeyValuePair.Create(CrashTrap.Variable, trap), KeyValuePair.Create("DOTNET_STARTUP_HOOKS", typeof(CrashTrap).Assembly.Location)]);

    /// <summary>Alice's script at a process of the app: signed in, and connected to the sandbox. A restart asks nobody to do so again.</summary>
    public async Task<ActionScript> WelcomeAsync(PortalProcess portal, CancellationToken cancellationToken)
    {
        var browser = new Browser(portal.Address);
        if (_last is null)
        {
            (await browser.SignInAsync(Alice.Email, cancellationToken: cancellationToken)).Dispose();
            using var connected = await browser.PostAsync(
                "/make/token",
                new Dictionary<string, string>
                {
                    ["environment"] = "Sandbox (not Make)",
                    ["token"] = Alice.Tokens[0].Value.ToString(),
                    ["__RequestVerificationToken"] = await browser.HeaderTokenAsync(cancellationToken),
                },
                cancellationToken);
            if (connected.Headers.Location?.OriginalString != "/")
                throw new InvalidOperationException($"{Alice.Email} could not connect: {connected.StatusCode} {connected.Headers.Location}");
        }
        else
        {
            // To a browser all ports of a host are one site.
            browser.Keep(portal.Address.Host, _last.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}; path=/"));
        }

        _last = browser;
        return new ActionScript(browser, Alice);
    }

    /// <summary>Alice's newest notifications, in all her zones by turns.</summary>
    public async Task<IReadOnlyList<ZonedId>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Token {Alice.Tokens[0].Value}");
        var rows = new List<ZonedId>();
        foreach (var zone in Alice.Organizations.Select(organization => organization.Zone.Id))
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/v2/notifications?imtZoneId={zone}&pg[limit]=10000", cancellationToken);
            rows.AddRange(page.GetProperty("notifications").EnumerateArray().Select(row => new ZonedId(zone, NotificationId.Parse(row.GetProperty("id").GetString()!))));
        }

        return [.. rows.GroupBy(row => row.Zone).SelectMany(zone => zone.Index()).OrderBy(row => row.Index).Select(row => row.Item).Take(count)];
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
