using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Dashboard.Sandbox.Hosting;
using Dashboard.Sandbox.OAuth;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Tests.Sandbox;

/// <summary>A client of the sandbox's OAuth server, and the browser of the person it asks.</summary>
internal sealed class OAuthClientApp(SandboxServer sandbox) : IDisposable
{
    public const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";

    public const string Callback = "http://localhost:41234/make/callback";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Address };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string AuthorizationPath(string scope = "openid notifications:read user:read", string callback = Callback, string clientId = OAuthClient.Id)
    {
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        return $"/oauth/v2/authorize?client_id={clientId}&response_type=code&redirect_uri={Uri.EscapeDataString(callback)}"
            + $"&scope={Uri.EscapeDataString(scope)}&state=the-state&code_challenge={challenge}&code_challenge_method=S256";
    }

    /// <summary>What the redirect back says after a person has pressed a button of the consent page.</summary>
    public async Task<System.Collections.Specialized.NameValueCollection> ConsentAsync(string button, string scope = "openid notifications:read user:read")
    {
        Assert.Contains($"value=\"{button}\"", await _http.GetStringAsync(AuthorizationPath(scope), Cancellation), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = button });
        using var answer = await _http.PostAsync(AuthorizationPath(scope), form, Cancellation);
        Assert.StartsWith(Callback, answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
    }

    public async Task<JsonElement> ConnectAsync(string email, string scope = "openid notifications:read user:read") =>
        (await RedeemAsync((await ConsentAsync(email, scope))["code"]!)).Body;

    public Task<(HttpStatusCode Status, JsonElement Body)> RedeemAsync(string code, string verifier = Verifier, string secret = OAuthClient.Secret, string? redirectUri = Callback) =>
        PostAsync("/oauth/v2/token", secret, new() { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = verifier, ["redirect_uri"] = redirectUri ?? "" });

    public Task<(HttpStatusCode Status, JsonElement Body)> RefreshAsync(string refreshToken) =>
        PostAsync("/oauth/v2/token", OAuthClient.Secret, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken });

    public Task<(HttpStatusCode Status, JsonElement Body)> RevokeAsync(string token) =>
        PostAsync("/oauth/v2/revoke", OAuthClient.Secret, new() { ["token"] = token });

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, string secret, Dictionary<string, string> form)
    {
        (form["client_id"], form["client_secret"]) = (OAuthClient.Id, secret);
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(path, content, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path, string? accessToken = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accessToken is not null)
            request.Headers.Authorization = new("Bearer", accessToken);
        using var answer = await _http.SendAsync(request, Cancellation);
        return (answer.StatusCode, answer.Content.Headers.ContentLength is 0 ? default : await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    public void Dispose() => _http.Dispose();
}
