using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Web.Identity;

/// <summary>Ends what an open page may show when its session ends: at once on signing out, within half a minute otherwise.</summary>
internal sealed class SessionState : RevalidatingServerAuthenticationStateProvider
{
    private readonly Sessions _sessions;
    private string? _session;

    public SessionState(Sessions sessions, ILoggerFactory logs)
        : base(logs)
    {
        _sessions = sessions;
        _sessions.Ended += OnEnded;
        AuthenticationStateChanged += OnChanged;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        _sessions.IsLiveAsync(authenticationState.User.FindFirstValue(Sessions.ClaimType), cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _sessions.Ended -= OnEnded;
        AuthenticationStateChanged -= OnChanged;
        base.Dispose(disposing);
    }

    private async void OnChanged(Task<AuthenticationState> state)
    {
        try
        {
            Volatile.Write(ref _session, (await state).User.FindFirstValue(Sessions.ClaimType));
        }
        catch (Exception)
        {
            // Whoever can't be told is nobody.
            Volatile.Write(ref _session, null);
        }
    }

    private void OnEnded(string session)
    {
        if (session == Volatile.Read(ref _session))
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }
}
