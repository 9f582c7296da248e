using System.Collections.Concurrent;

namespace Dashboard.Sandbox.Identity;

/// <summary>The apps that each session at the provider has signed in to, so that signing out at the provider can tell them.</summary>
internal sealed class SignedInApps
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _apps = new();

    /// <summary>The session has signed in to an app.</summary>
    /// <param name="session">The claim <c>sid</c>.</param>
    /// <param name="redirectUri">The app's way back, whose origin stands for the app.</param>
    public void Add(string session, string redirectUri) =>
        _apps.GetOrAdd(session, static _ => new())[new Uri(redirectUri).GetLeftPart(UriPartial.Authority)] = true;

    /// <summary>Forgets the session.</summary>
    /// <returns>The origins of its apps.</returns>
    public IReadOnlyCollection<string> Take(string? session) => session is not null && _apps.TryRemove(session, out var apps) ? [.. apps.Keys.Order()] : [];
}
