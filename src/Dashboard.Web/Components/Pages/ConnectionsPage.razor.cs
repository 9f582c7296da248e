using System.Data.Common;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>Where a person connects to Make, sees how a connection fares, and removes it. Every change is a form post, never a circuit's event.</summary>
public sealed partial class ConnectionsPage : ComponentBase, IDisposable
{
    /// <summary>The page's address.</summary>
    public const string Address = "/settings/connections";

    private const string NothingStored = "Nothing was stored.";

    private IReadOnlyList<Connection>? _connections;
    private bool _isBroken;
    private string _owner = "";

    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required ConnectionRegister Register { get; init; }

    [Inject]
    public required ConnectionReports Reports { get; init; }

    [Inject]
    public required IOptions<MakeOptions> Make { get; init; }

    /// <summary>How the last attempt to connect, rename or disconnect ended.</summary>
    [SupplyParameterFromQuery]
    public string? Outcome { get; set; }

    /// <summary>Where the person came from and goes back to once connected; a path of this site.</summary>
    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    private (Severity Severity, string Text)? OutcomeText => Outcome switch
    {
        nameof(ConnectOutcome.UnknownEnvironment) => (Severity.Error, "That Make environment is not in this portal's settings. Choose one from the list."),
        nameof(ConnectOutcome.NotAToken) => (Severity.Error, $"That is not a Make API token. A token is 36 characters, like 1b4e28ba-2fa1-41d2-883f-0016d3cca427. {NothingStored}"),
        nameof(ConnectOutcome.Refused) => (Severity.Error, $"Make does not accept this for this environment. Each environment has accounts and tokens of its own: check both and try again. {NothingStored}"),
        nameof(ConnectOutcome.Unreachable) => (Severity.Error, "Make could not be reached, so nothing was checked and nothing stored. Try again in a moment."),
        nameof(ConnectOutcome.Throttled) => (Severity.Error, $"Make's limit of requests per minute is reached. Wait a minute and try again. {NothingStored}"),
        nameof(ConnectOutcome.NotMake) => (Severity.Error, $"That address did not answer like Make. Ask your administrator to check the environment's address. {NothingStored}"),
        nameof(ConnectOutcome.Denied) => (Severity.Info, $"You did not allow access at Make. {NothingStored} You can try again whenever you like."),
        nameof(ConnectOutcome.NotBegunHere) => (Severity.Error, $"Make's answer belongs to no attempt that was begun in this browser, or to one that took too long. {NothingStored} Start again below."),
        nameof(ConnectOutcome.SomebodyElse) => (Severity.Error, $"Somebody else is signed in here than the person who asked Make. {NothingStored} Start again below."),
        nameof(ConnectOutcome.CodeExpired) => (Severity.Error, $"Make's answer had expired or was used before. {NothingStored} Start again below."),
        nameof(ConnectOutcome.OAuthDown) => (Severity.Error, $"Make's sign-in did not answer as it should. {NothingStored} Try again in a moment; if it happens again, tell your administrator."),
        nameof(DisconnectOutcome.Forgotten) => (Severity.Success, "Disconnected. This portal has forgotten the credential; an API token lives on at Make until you delete it there."),
        nameof(DisconnectOutcome.Revoked) => (Severity.Success, "Disconnected. Make has revoked the access, and this portal has forgotten it."),
        nameof(DisconnectOutcome.NotRevoked) => (Severity.Warning, "Disconnected, and this portal has forgotten the access. Make could not be told to revoke it: remove it in your profile at Make, under API access."),
        nameof(RenameOutcome.Renamed) => (Severity.Success, "Renamed."),
        nameof(RenameOutcome.NameNotFree) => (Severity.Error, $"Choose a name of 1 to {Connection.LongestName} characters that none of your other connections has. Nothing was changed."),
        _ => null,
    };

    public void Dispose() => Register.Changed -= OnChanged;

    protected override async Task OnInitializedAsync()
    {
        _owner = (await User.KeyAsync()).ToString();
        Register.Changed += OnChanged;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            _connections = await Register.ListAsync(_owner, CancellationToken.None);
            _isBroken = false;
        }
        catch (DbException)
        {
            _isBroken = true;
        }
    }

    private void OnChanged(string owner)
    {
        if (owner == _owner)
            _ = InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
    }
}
