using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Web.Connections;

/// <summary>What the vault holds for a connection, opened: one of the two. Shows itself nowhere.</summary>
public sealed class OpenedCredential(long revision, string? apiToken, OAuthTokens? oauth)
{
    /// <summary>Grows with each renewal.</summary>
    public long Revision { get; } = revision;

    public string? ApiToken { get; } = apiToken;

    public OAuthTokens? OAuth { get; } = oauth;

    [MemberNotNullWhen(true, nameof(OAuth))]
    [MemberNotNullWhen(false, nameof(ApiToken))]
    public bool IsOAuth => OAuth is not null;
}
