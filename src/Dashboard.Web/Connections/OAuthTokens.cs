using System.Text.Json.Serialization;

namespace Dashboard.Web.Connections;

/// <summary>What Make's token endpoint gave out for a connection. Shows itself nowhere.</summary>
public sealed class OAuthTokens
{
    /// <summary>What is assumed where Make does not say: its page on token expiration (reference §2).</summary>
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    /// <summary>So long before it expires a token is renewed, that it does not expire under way.</summary>
    private static readonly TimeSpan LongestMargin = TimeSpan.FromSeconds(60);

    [JsonConstructor]
    private OAuthTokens(string accessToken, string? refreshToken, DateTimeOffset renewAt, DateTimeOffset expiresAt) =>
        (AccessToken, RefreshToken, RenewAt, ExpiresAt) = (accessToken, refreshToken, renewAt, expiresAt);

    /// <summary>Opens the API.</summary>
    public string AccessToken { get; }

    /// <summary>Gets new tokens, once where Make rotates it; <see langword="null"/> where Make gave none.</summary>
    public string? RefreshToken { get; }

    /// <summary>From then on new tokens are asked for before the next request.</summary>
    public DateTimeOffset RenewAt { get; }

    /// <summary>From then on Make refuses the access token.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Tokens that were given out now.</summary>
    /// <param name="accessToken">Opens the API.</param>
    /// <param name="refreshToken">Gets new ones; <see langword="null"/> where there is none.</param>
    /// <param name="lifetime"><c>expires_in</c>; <see langword="null"/> where Make does not say.</param>
    /// <param name="now">When they were given out.</param>
    public static OAuthTokens Given(string accessToken, string? refreshToken, TimeSpan? lifetime, DateTimeOffset now)
    {
        var lives = lifetime is { } said && said > TimeSpan.Zero ? said : DefaultLifetime;
        var margin = lives / 2 < LongestMargin ? lives / 2 : LongestMargin;
        return new OAuthTokens(accessToken, refreshToken, now + lives - margin, now + lives);
    }

    public override string ToString() => "OAuth tokens (hidden)";
}
