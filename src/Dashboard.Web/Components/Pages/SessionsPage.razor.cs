using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Pages;

/// <summary>Where a person is signed in. Every change is a form post, never a circuit's event.</summary>
public sealed partial class SessionsPage : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private IReadOnlyList<Session>? _sessions;
    private Guid? _here;
    private bool _failed;

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required Identity.Sessions All { get; init; }

    /// <summary>How ending sessions went, where that was asked for.</summary>
    [SupplyParameterFromQuery]
    public string? Outcome { get; set; }

    public void Dispose() => _life.Dispose();

    protected override async Task OnInitializedAsync()
    {
        var here = await User.SignInAsync();
        _here = Guid.Parse(here.Session);
        _sessions = await All.ListAsync(here.User.ToString(), _life.Token);
        _failed = _sessions is null;
        _sessions = _sessions?.OrderByDescending(session => session.Id == _here).ToArray();
    }
}
