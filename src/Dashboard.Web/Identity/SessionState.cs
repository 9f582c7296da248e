using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Web.Identity;

/// <summary>Who an open page belongs to: the person of its session while that lives, afterwards nobody.</summary>
public sealed class SessionState : ServerAuthenticationStateProvider, IDisposable
{
    /// <summary>The claim of nobody that says why the session is over.</summary>
    private const string EndClaim = "dashboard_session_end";

    private readonly Lock _lock = new();
    private readonly SessionPages _pages;
    private Guid? _session;
    private bool _isDisposed;

    public SessionState(SessionPages pages)
    {
        _pages = pages;
        AuthenticationStateChanged += OnChanged;
    }

    /// <summary>Why the session of whoever this is not any more is over.</summary>
    public static SessionEnd EndOf(ClaimsPrincipal nobody) => Enum.TryParse<SessionEnd>(nobody.FindFirstValue(EndClaim), out var why) ? why : SessionEnd.Unknown;

    /// <summary>The session is over: what the page showed goes, and whatever it asks for is asked by nobody.</summary>
    public void End(SessionEnd why) =>
        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(EndClaim, why.ToString())])))));

    public void Dispose()
    {
        AuthenticationStateChanged -= OnChanged;
        lock (_lock)
        {
            _isDisposed = true;
            Watch(null);
        }
    }

    private async void OnChanged(Task<AuthenticationState> state)
    {
        Guid? session;
        try
        {
            session = Sessions.IdOf((await state).User);
        }
        catch (Exception)
        {
            // Whoever can't be told is nobody.
            session = null;
        }

        lock (_lock)
            Watch(_isDisposed ? null : session);
    }

    private void Watch(Guid? session)
    {
        if (_session is { } before)
            _pages.Remove(before, this);
        _session = session;
        if (session is { } now)
            _pages.Add(now, this);
    }
}
