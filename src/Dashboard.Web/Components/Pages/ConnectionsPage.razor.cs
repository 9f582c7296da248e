using System.Globalization;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Components.Pages;

/// <summary>Where a person connects to Make, sees what a connection may do, and removes it. Every change is a form post, never a circuit's event.</summary>
public sealed partial class ConnectionsPage : ComponentBase
{
    private IReadOnlyList<Connection>? _connections;

    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required ConnectionRegister Register { get; init; }

    [Inject]
    public required IOptions<MakeOptions> Make { get; init; }

    /// <summary>How the last attempt to connect ended, where it did not work.</summary>
    [SupplyParameterFromQuery]
    public string? Outcome { get; set; }

    /// <summary>Where the person came from and goes back to once connected; a path of this site.</summary>
    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    private string? OutcomeText => Enum.TryParse<ConnectOutcome>(Outcome, out var outcome) ? outcome switch
    {
        ConnectOutcome.UnknownEnvironment => "That Make environment is not in this portal's settings. Choose one from the list.",
        ConnectOutcome.NotAToken => "That is not a Make API token. A token is 36 characters, like 1b4e28ba-2fa1-41d2-883f-0016d3cca427. Nothing was stored.",
        ConnectOutcome.Refused => "Make does not accept this token for this environment. Each environment has tokens of its own: check both and paste it again. Nothing was stored.",
        ConnectOutcome.Unreachable => "Make could not be reached, so the token was not checked and not stored. Try again in a moment.",
        ConnectOutcome.Throttled => "Make's limit of requests per minute is reached. Wait a minute and try again. Nothing was stored.",
        ConnectOutcome.NotMake => "That address did not answer like Make. Ask your administrator to check the environment's address. Nothing was stored.",
        _ => null,
    } : null;

    protected override async Task OnInitializedAsync() =>
        _connections = await Register.ListAsync((await User.KeyAsync()).ToString(), CancellationToken.None);

    private static string LimitOf(Connection connection) => connection.RequestsPerMinute is { } limit
        ? $"{limit.ToString("N0", CultureInfo.CurrentCulture)} a minute, shared with everything else your organization runs on Make's API"
        : "The organization's own limit is not known; the portal keeps to a low one";
}
