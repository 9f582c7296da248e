using Dashboard.Sandbox.Data;

namespace Dashboard.Sandbox.OAuth;

/// <summary>What a person allowed the client once. Every token that comes of it, however often refreshed, belongs to it.</summary>
internal sealed class OAuthGrant(Account account, IReadOnlySet<string> scopes, bool hasOpenId)
{
    public Account Account { get; } = account;

    /// <summary>The API scopes among those asked for.</summary>
    public IReadOnlySet<string> Scopes { get; } = scopes;

    /// <summary>Whether <c>openid</c> was asked for, which brings an id token.</summary>
    public bool HasOpenId { get; } = hasOpenId;

    /// <summary>From then on none of its tokens opens anything.</summary>
    public bool IsRevoked { get; set; }
}
