namespace Dashboard.Sandbox.OAuth;

/// <summary>What the token endpoint gives out.</summary>
/// <param name="Grant">What it belongs to.</param>
/// <param name="AccessToken">Opens the API.</param>
/// <param name="RefreshToken">Can be used once where refresh tokens rotate; null where a refresh gives out no new one.</param>
internal sealed record OAuthTokens(OAuthGrant Grant, string AccessToken, string? RefreshToken);
