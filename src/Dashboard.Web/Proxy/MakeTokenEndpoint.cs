using System.Diagnostics;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Proxy;

/// <summary>Make's token and revocation endpoints, as the client that Make has registered (reference §2). Asks each once and never again by itself.</summary>
internal sealed class MakeTokenEndpoint(IHttpClientFactory clients, IOptions<MakeOptions> make, TimeProvider time)
{
    /// <summary>The name of its HTTP client.</summary>
    public const string HttpClient = "Make.OAuth";

    /// <summary>The most bytes of an answer: tokens and nothing else.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>What carries requests to it: no redirect takes a secret elsewhere, and nobody's cookies meet another's.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    /// <summary>Gets new tokens; the refresh token may be used up even where no answer comes.</summary>
    /// <exception cref="MakeException">
    /// <see cref="MakeFailure.NotSignedIn"/> when Make refuses the refresh token for good, <see cref="MakeFailure.Unavailable"/> when it could
    /// not be asked or did not say.
    /// </exception>
    public async Task<OAuthTokens> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(HttpClient);
        using var request = Signed(new RefreshTokenRequest { RefreshToken = refreshToken }, make.Value.OAuth.TokenEndpoint);
        var answer = await AskAsync(() => http.RequestRefreshTokenAsync(request, cancellationToken), cancellationToken);
        if (answer is { IsError: false, AccessToken: { Length: > 0 } accessToken })
        {
            var lifetime = answer.ExpiresIn > 0 ? TimeSpan.FromSeconds(answer.ExpiresIn) : (TimeSpan?)null;
            // Whether each refresh gives out a new refresh token is not documented.
            return OAuthTokens.Given(accessToken, answer.RefreshToken ?? refreshToken, lifetime, time.GetUtcNow());
        }

        throw new MakeException(answer?.Error switch
        {
            OidcConstants.TokenErrors.InvalidGrant => new MakeFailure.NotSignedIn(),
            OidcConstants.TokenErrors.InvalidClient => new MakeFailure.Unavailable("it does not accept this portal's own OAuth client; tell your administrator"),
            _ => new MakeFailure.Unavailable("the connection's access could not be renewed"),
        });
    }

    /// <summary>Ends what a token belongs to.</summary>
    /// <returns>Whether Make said so.</returns>
    public async Task<bool> RevokeAsync(OAuthTokens tokens, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(HttpClient);
        using var request = Signed(
            new TokenRevocationRequest
            {
                Token = tokens.RefreshToken ?? tokens.AccessToken,
                TokenTypeHint = tokens.RefreshToken is null ? OidcConstants.TokenTypes.AccessToken : OidcConstants.TokenTypes.RefreshToken,
            },
            make.Value.OAuth.RevocationEndpoint);
        return await AskAsync(() => http.RevokeTokenAsync(request, cancellationToken), cancellationToken) is { IsError: false };
    }

    /// <summary>The library answers every failure but a late one, which it throws.</summary>
    /// <returns><see langword="null"/> when no answer came in time.</returns>
    private static async Task<T?> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
        where T : ProtocolResponse
    {
        try
        {
            return await ask();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private T Signed<T>(T request, Uri? endpoint)
        where T : ProtocolRequest
    {
        request.Address = endpoint?.ToString();
        request.ClientId = make.Value.OAuth.ClientId;
        request.ClientSecret = make.Value.OAuth.ClientSecret;
        request.ClientCredentialStyle = ClientCredentialStyle.PostBody;
        return request;
    }
}
