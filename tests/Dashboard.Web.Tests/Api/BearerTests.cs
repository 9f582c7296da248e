using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dashboard.Sandbox.Identity;
using Dashboard.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Tests.Api;

/// <summary>A script with an access token of the identity provider, and without cookies.</summary>
public sealed class BearerTests : ApiTest
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";

    private const string Callback = "http://localhost:41234/signin-oidc";

    [Fact]
    public async Task Token_of_a_person_lists_and_deletes_what_is_theirs_without_any_cookie()
    {
        var (app, browser) = await StartAsync();
        await using var _ = app;
        using var __ = browser;
        using var script = Script(app, await TokenAsync(app, "alice@harbour.example"));

        var page = await script.GetFromJsonAsync<JsonElement>("/api/v1/notifications?limit=1", Cancellation);
        var row = page.GetProperty("notifications")[0];
        using var accepted = await script.PostAsJsonAsync("/api/v1/actions/delete", new { keys = new[] { new { zone = row.GetProperty("zone").GetString(), id = row.GetProperty("id").GetString() } } }, Cancellation);

        Assert.Equal(150, page.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(149, (await script.GetFromJsonAsync<JsonElement>("/api/v1/notifications", Cancellation)).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("ben@harbour.example", DemoClient.ApiScope, HttpStatusCode.OK, "\"total\":0")]
    [InlineData("alice@harbour.example", "openid", HttpStatusCode.Unauthorized, "access_as_user")]
    [InlineData("dora@elsewhere.example", DemoClient.ApiScope, HttpStatusCode.Unauthorized, "somebody who may enter")]
    public async Task Token_shows_its_own_persons_rows_or_nothing(string email, string scope, HttpStatusCode expected, string said)
    {
        var (app, browser) = await StartAsync();
        await using var _ = app;
        using var __ = browser;
        using var script = Script(app, await TokenAsync(app, email, scope));

        using var answer = await script.GetAsync("/api/v1/notifications", Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-a-token")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ0aWQiOiIxIiwib2lkIjoiMSIsInNjcCI6ImFjY2Vzc19hc191c2VyIn0.")]
    public async Task What_is_no_token_of_the_provider_opens_nothing_even_beside_a_cookie(string token)
    {
        var (app, browser) = await StartAsync();
        await using var _ = app;
        using var __ = browser;
        using var request = new HttpRequestMessage(HttpMethod.Get, browser.Absolute("/api/v1/notifications"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var answer = await browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("nothing", null, HttpStatusCode.OK)]
    [InlineData("aud", "\"00000003-0000-0000-c000-000000000000\"", HttpStatusCode.Unauthorized)]
    [InlineData("aud", null, HttpStatusCode.Unauthorized)]
    [InlineData("iss", "\"https://login.evil.example/v2.0\"", HttpStatusCode.Unauthorized)]
    [InlineData("exp", "1000000000", HttpStatusCode.Unauthorized)]
    [InlineData("exp", null, HttpStatusCode.Unauthorized)]
    [InlineData("nbf", "9000000000", HttpStatusCode.Unauthorized)]
    [InlineData("tid", "\"7e57b000-0000-4000-8000-00000000000b\"", HttpStatusCode.Unauthorized)]
    [InlineData("oid", null, HttpStatusCode.Unauthorized)]
    [InlineData("scp", "\"access_as_user_too\"", HttpStatusCode.Unauthorized)]
    [InlineData("scp", null, HttpStatusCode.Unauthorized)]
    public async Task Token_that_differs_in_one_claim_opens_nothing(string claim, string? value, HttpStatusCode expected)
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa) { KeyId = "of the test" };
        await using var app = await ConnectedApp.StartAsync(TwoZones, configure: services => services.PostConfigure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme, bearer => bearer.TokenValidationParameters.IssuerSigningKey = key));
        var claims = JsonNode.Parse(Base64UrlEncoder.Decode((await TokenAsync(app, "alice@harbour.example")).Split('.')[1]))!.AsObject();
        claims.Remove(claim);
        if (value is not null)
            claims[claim] = JsonNode.Parse(value);
        using var script = Script(app, new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims.ToJsonString(), new SigningCredentials(key, SecurityAlgorithms.RsaSha256)));

        using var answer = await script.GetAsync("/api/v1/actions", Cancellation);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Token_opens_no_page_and_no_form()
    {
        var (app, browser) = await StartAsync();
        await using var _ = app;
        using var __ = browser;
        using var script = Script(app, await TokenAsync(app, "alice@harbour.example"));

        using var page = await script.GetAsync("/settings/connections", Cancellation);
        using var form = await script.PostAsync("/make/disconnect", new FormUrlEncodedContent([new("connection", Guid.Empty.ToString())]), Cancellation);

        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        Assert.Equal(HttpStatusCode.Found, form.StatusCode);
    }

    private static HttpClient Script(ConnectedApp app, string token)
    {
        var script = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = app.Dashboard.Address };
        script.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return script;
    }

    /// <summary>Signs a person in at the provider, as a script with a browser of its own does.</summary>
    private static async Task<string> TokenAsync(ConnectedApp app, string email, string scope = DemoClient.ApiScope)
    {
        using var provider = new Browser(app.Sandbox.Address);
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var address = QueryHelpers.AddQueryString($"/{DemoClient.TenantId}/oauth2/v2.0/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = DemoClient.Id,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = $"openid {scope}",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        });
        (await provider.PostAsync("/sign-in", new Dictionary<string, string> { ["account"] = email }, Cancellation)).Dispose();
        using var back = await provider.GetAsync(address, Cancellation);
        using var redeemed = await provider.PostAsync($"/{DemoClient.TenantId}/oauth2/v2.0/token", new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = QueryHelpers.ParseQuery(back.Headers.Location!.Query)["code"]!,
            ["redirect_uri"] = Callback,
            ["client_id"] = DemoClient.Id,
            ["client_secret"] = DemoClient.Secret,
            ["code_verifier"] = Verifier,
        }, Cancellation);
        return (await redeemed.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("access_token").GetString()!;
    }
}
