using System.Security.Claims;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Sandbox.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Sandbox.OAuth;

/// <summary>Gives out, renews and revokes tokens for the client. Passes the faults and writes the log as the API does.</summary>
internal sealed class TokenEndpoint(OAuthGrants grants, FaultBook faults, FaultedLine line, RequestLog log, ProviderKeys keys, SandboxOptions options, TimeProvider time)
{
    private const int SampleHour = 3600;

    /// <summary><c>POST /oauth/v2/token</c>.</summary>
    public async Task TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await AnswerAsync(http, form["grant_type"] == "refresh_token" ? ApiOperation.Refresh : ApiOperation.Exchange, () =>
        {
            if (Refusal(form) is { } refusal)
                return (refusal, null);
            OAuthTokens? tokens;
            switch (form["grant_type"])
            {
                case "authorization_code":
                    tokens = grants.Redeem(form["code"].ToString(), form["redirect_uri"], form["code_verifier"]);
                    break;
                case "refresh_token":
                    tokens = grants.Refresh(form["refresh_token"].ToString());
                    break;
                default:
                    return (Error(StatusCodes.Status400BadRequest, "unsupported_grant_type"), null);
            }

            return tokens is null ? (Error(StatusCodes.Status400BadRequest, "invalid_grant"), null) : (ApiAnswer.Ok(Describe(tokens, http.Request)), tokens.Grant.Account);
        });
    }

    /// <summary><c>POST /oauth/v2/revoke</c>.</summary>
    public async Task RevokeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        await AnswerAsync(http, ApiOperation.Revoke, () => Refusal(form) is { } refusal
            ? (refusal, null)
            : (ApiAnswer.Ok(new { }), grants.Revoke(form["token"].ToString())));
    }

    private static ApiAnswer? Refusal(IFormCollection form) =>
        form["client_id"] == OAuthClient.Id && form["client_secret"] == OAuthClient.Secret ? null : Error(StatusCodes.Status401Unauthorized, "invalid_client");

    private static ApiAnswer Error(int status, string error) => new(status, new { error });

    private async Task AnswerAsync(HttpContext http, ApiOperation operation, Func<(ApiAnswer Answer, Account? Account)> answer)
    {
        var (came, hits, account) = (time.GetUtcNow(), faults.Take(operation, null), (Account?)null);
        var (given, dropped) = await line.CarryOutAsync(
            hits,
            () =>
            {
                (var made, account) = answer();
                return Task.FromResult(made);
            },
            http.RequestAborted);
        log.Add(new(came, time.GetUtcNow(), account?.Email, operation, null, [], dropped ? LoggedCall.Dropped : given!.Status, null, [], null));
        http.Response.Headers.CacheControl = "no-store";
        await line.FinishAsync(hits, given, dropped, http);
    }

    private Dictionary<string, object> Describe(OAuthTokens tokens, HttpRequest request)
    {
        var answer = new Dictionary<string, object> { ["access_token"] = tokens.AccessToken, ["token_type"] = "Bearer" };
        if (tokens.RefreshToken is { } refreshToken)
            answer["refresh_token"] = refreshToken;
        if (options.Undocumented.ExpiresIn != TokenExpiresIn.Missing)
            answer["expires_in"] = options.Undocumented.ExpiresIn == TokenExpiresIn.SampleHour ? SampleHour : options.OAuth.AccessTokenSeconds;
        if (tokens.Grant.HasOpenId)
            answer["id_token"] = IdToken(tokens.Grant.Account, OAuthEndpoints.IssuerOf(request));
        return answer;
    }

    private string IdToken(Account account, string issuer)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = OAuthClient.Id,
            Subject = new ClaimsIdentity([new("sub", OAuthEndpoints.SubjectOf(account)), new("name", account.Name), new("email", account.Email)]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddSeconds(options.OAuth.AccessTokenSeconds),
            SigningCredentials = new(keys.Signing, SecurityAlgorithms.RsaSha256),
        });
    }
}
