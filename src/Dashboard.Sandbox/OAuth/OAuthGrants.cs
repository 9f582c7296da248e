using System.Security.Cryptography;
using System.Text;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Sandbox.OAuth;

/// <summary>Codes and tokens in memory, each of a grant. Whatever is used twice that may be used once ends its grant.</summary>
internal sealed class OAuthGrants(SandboxOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Issued> _codes = [];
    private readonly Dictionary<string, Issued> _refreshTokens = [];
    private readonly Dictionary<string, Issued> _accessTokens = [];

    /// <summary>A person has said yes.</summary>
    /// <returns>The code for the client to redeem.</returns>
    public string Allow(Account account, AuthorizationRequest request)
    {
        var grant = new OAuthGrant(account, request.Scopes.Where(Scopes.All.Contains).ToHashSet(), request.Scopes.Contains("openid"));
        lock (_gate)
            return Issue(_codes, grant, TimeSpan.FromSeconds(options.OAuth.CodeSeconds), request);
    }

    /// <summary>Redeems a code; null where it can't be, with these values or at all.</summary>
    public OAuthTokens? Redeem(string code, string? redirectUri, string? verifier)
    {
        lock (_gate)
        {
            if (Take(_codes, code) is not { Request: { } request } issued)
                return null;
            if (request.Challenge is { } challenge && (verifier is null || Challenge(verifier) != challenge))
                return null;
            if (options.Undocumented.TokenChecksRedirectUri && redirectUri != request.RedirectUri.OriginalString)
                return null;
            return Tokens(issued.Grant, withRefreshToken: true);
        }
    }

    /// <summary>New tokens for a refresh token; null where it is unknown, expired, revoked or used before.</summary>
    public OAuthTokens? Refresh(string refreshToken)
    {
        lock (_gate)
        {
            var rotates = options.Undocumented.RefreshRotates;
            var issued = rotates ? Take(_refreshTokens, refreshToken) : Live(_refreshTokens, refreshToken);
            return issued is null ? null : Tokens(issued.Grant, rotates);
        }
    }

    /// <summary>The grant of an access token that opens the API now.</summary>
    public OAuthGrant? Find(string accessToken)
    {
        lock (_gate)
            return Live(_accessTokens, accessToken)?.Grant;
    }

    /// <summary>Ends the grant of a token of either kind; one that is unknown is no error (RFC 7009 §2.2).</summary>
    /// <returns>Whose it was.</returns>
    public Account? Revoke(string token)
    {
        lock (_gate)
        {
            if ((_refreshTokens.GetValueOrDefault(token) ?? _accessTokens.GetValueOrDefault(token))?.Grant is not { } grant)
                return null;
            grant.IsRevoked = true;
            return grant.Account;
        }
    }

    /// <summary>Ends everything a person has allowed, as they can in their profile at Make.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool RevokeAllOf(string email)
    {
        lock (_gate)
        {
            var grants = _refreshTokens.Values.Select(issued => issued.Grant).Where(grant => grant.Account.Email == email && !grant.IsRevoked).Distinct().ToArray();
            foreach (var grant in grants)
                grant.IsRevoked = true;
            return grants.Length > 0;
        }
    }

    private OAuthTokens Tokens(OAuthGrant grant, bool withRefreshToken)
    {
        foreach (var (old, _) in _accessTokens.Where(token => token.Value.Until <= time.GetUtcNow()).ToArray())
            _accessTokens.Remove(old);
        return new(
            grant,
            Issue(_accessTokens, grant, TimeSpan.FromSeconds(options.OAuth.AccessTokenSeconds)),
            withRefreshToken ? Issue(_refreshTokens, grant, TimeSpan.FromDays(options.OAuth.RefreshTokenDays)) : null);
    }

    private string Issue(Dictionary<string, Issued> kind, OAuthGrant grant, TimeSpan lifetime, AuthorizationRequest? request = null)
    {
        var value = RandomNumberGenerator.GetHexString(40, lowercase: true);
        kind.Add(value, new(grant, time.GetUtcNow() + lifetime, request));
        return value;
    }

    /// <summary>Uses what can be used once.</summary>
    private Issued? Take(Dictionary<string, Issued> kind, string value)
    {
        if (kind.GetValueOrDefault(value) is { IsUsed: true } again)
            again.Grant.IsRevoked = true;
        if (Live(kind, value) is not { } issued)
            return null;
        issued.IsUsed = true;
        return issued;
    }

    private Issued? Live(Dictionary<string, Issued> kind, string value) =>
        kind.GetValueOrDefault(value) is { Grant.IsRevoked: false } issued && issued.Until > time.GetUtcNow() ? issued : null;

    private static string Challenge(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private sealed record Issued(OAuthGrant Grant, DateTimeOffset Until, AuthorizationRequest? Request)
    {
        public bool IsUsed { get; set; }
    }
}
