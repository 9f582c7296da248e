using Dashboard.Testing;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Faults;

/// <summary>
/// The portal's rooms and a Make that they reach over a network that may fail: one for all cells of a class, since each cell ends as it began.
/// Where the portal counts in seconds how long an answer may take, it counts in minutes here.
/// </summary>
public class FaultSite : IAsyncLifetime
{
    internal static readonly TimeSpan AnswerTimeout = TimeSpan.FromMinutes(11);
    internal static readonly TimeSpan ReadTimeout = TimeSpan.FromMinutes(10);
    internal static readonly TimeSpan ListTimeout = TimeSpan.FromMinutes(30);
    internal static readonly TimeSpan ChangeTimeout = TimeSpan.FromMinutes(30);

    private ConnectedApp? _app;
    private InboxWatch? _watch;

    internal ConnectedApp App => _app!;

    internal PersonalInbox Inbox => _watch!.Inbox;

    internal NetworkPath Network { get; } = new();

    /// <summary>How often the inbox looks by itself.</summary>
    internal virtual TimeSpan RefreshInterval => TimeSpan.FromSeconds(30);

    public async ValueTask InitializeAsync()
    {
        _app = await ConnectedApp.StartAsync(
            RunningDashboard.Small with { Zones = 1, Notifications = 50 },
            new Dictionary<string, string?>(RunningDashboard.Loud)
            {
                ["Make:Environments:0:BaseUrl"] = Network.Address.GetLeftPart(UriPartial.Authority),
                ["Inbox:RefreshInterval"] = RefreshInterval.ToString(),
                // All of it in one page, so that every request of a look is told apart.
                ["Inbox:FirstPageSize"] = "1000",
            },
            deadlines: make => (make.AnswerTimeout, make.ReadTimeout, make.ListTimeout, make.ChangeTimeout) = (AnswerTimeout, ReadTimeout, ListTimeout, ChangeTimeout));
        Network.Target = _app.Sandbox.Address;
        _watch = await _app.WatchFilledAsync("Alice");
    }

    public async ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Network.Dispose();
        GC.SuppressFinalize(this);
    }
}
