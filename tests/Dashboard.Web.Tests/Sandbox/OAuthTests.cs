using System.Net;
using System.Text.Json;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;
using Dashboard.Sandbox.OAuth;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Tests.Sandbox;

public sealed class OAuthTests : SandboxTest
{
    private const string Alice = "alice@harbour.example";

    private static readonly (HttpStatusCode, string) InvalidGrant = (HttpStatusCode.BadRequest, "invalid_grant");

    [Fact]
    public async Task Code_flow_ends_with_tokens_that_open_the_api_with_the_scopes_granted()
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);
        var back = await client.ConsentAsync(Alice);

        var (status, tokens) = await client.RedeemAsync(back["code"]!);

        Assert.Equal(("the-state", HttpStatusCode.OK), (back["state"], status));
        Assert.Equal(("Bearer", 300), (tokens.GetProperty("token_type").GetString(), tokens.GetProperty("expires_in").GetInt32()));
        using var alice = Bearer(sandbox, tokens);
        Assert.Equal(HttpStatusCode.OK, (await alice.ListAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await alice.MarkAllAsync()).Status);
        var authorization = (await alice.GetAsync("/api/v2/users/me/current-authorization")).Body.GetProperty("authorization");
        Assert.Equal("""{"authUsed":"oauth","scope":["notifications:read","user:read"]}""", authorization.GetRawText());
    }

    [Fact]
    public async Task Person_who_denies_is_sent_back_with_that()
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);

        var back = await client.ConsentAsync("deny");

        Assert.Equal(("access_denied", "the-state", null), (back["error"], back["state"], back["code"]));
    }

    [Theory]
    [InlineData("another-client", OAuthClientApp.Callback)]
    [InlineData(OAuthClient.Id, "http://elsewhere.example/make/callback")]
    [InlineData(OAuthClient.Id, "http://localhost:41234/elsewhere")]
    public async Task Foreign_client_or_address_gets_no_consent_page(string clientId, string callback)
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(OAuthClientApp.AuthorizationPath(callback: callback, clientId: clientId))).Status);
    }

    [Fact]
    public async Task Code_needs_the_secret_and_the_verifier_and_a_second_use_ends_what_came_of_the_first()
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);
        var code = (await client.ConsentAsync(Alice))["code"]!;

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), Error(await client.RedeemAsync(code, secret: "wrong")));
        Assert.Equal(InvalidGrant, Error(await client.RedeemAsync((await client.ConsentAsync(Alice))["code"]!, verifier: OAuthClientApp.Verifier + "x")));
        var (_, tokens) = await client.RedeemAsync(code);
        Assert.Equal(InvalidGrant, Error(await client.RedeemAsync(code)));

        using var alice = Bearer(sandbox, tokens);
        Assert.Equal(HttpStatusCode.Unauthorized, (await alice.ListAsync()).Status);
    }

    [Fact]
    public async Task Refresh_token_is_renewed_with_each_use_and_a_second_use_revokes_the_family()
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);
        var first = (await client.ConnectAsync(Alice)).GetProperty("refresh_token").GetString()!;

        var (status, second) = await client.RefreshAsync(first);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual(first, second.GetProperty("refresh_token").GetString());
        using var alice = Bearer(sandbox, second);
        Assert.Equal(HttpStatusCode.OK, (await alice.ListAsync()).Status);
        Assert.Equal(InvalidGrant, Error(await client.RefreshAsync(first)));
        Assert.Equal(InvalidGrant, Error(await client.RefreshAsync(second.GetProperty("refresh_token").GetString()!)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await alice.ListAsync()).Status);
    }

    [Fact]
    public async Task Codes_and_tokens_expire_when_the_knobs_say()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var sandbox = await StartAsync(Small with { OAuth = new() { AccessTokenSeconds = 20, CodeSeconds = 10, RefreshTokenDays = 1 } }, time);
        using var client = new OAuthClientApp(sandbox);
        var code = (await client.ConsentAsync(Alice))["code"]!;
        var tokens = await client.ConnectAsync(Alice);
        using var alice = Bearer(sandbox, tokens);

        time.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(HttpStatusCode.OK, (await alice.ListAsync()).Status);
        Assert.Equal(InvalidGrant, Error(await client.RedeemAsync(code)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await alice.ListAsync()).Status);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(InvalidGrant, Error(await client.RefreshAsync(tokens.GetProperty("refresh_token").GetString()!)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Revoking_either_token_ends_the_grant(bool refreshToken)
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);
        var tokens = await client.ConnectAsync(Alice);

        var (status, _) = await client.RevokeAsync(tokens.GetProperty(refreshToken ? "refresh_token" : "access_token").GetString()!);

        Assert.Equal(HttpStatusCode.OK, status);
        using var alice = Bearer(sandbox, tokens);
        Assert.Equal(HttpStatusCode.Unauthorized, (await alice.ListAsync()).Status);
        Assert.Equal(InvalidGrant, Error(await client.RefreshAsync(tokens.GetProperty("refresh_token").GetString()!)));
    }

    [Fact]
    public async Task Person_revokes_all_they_allowed_and_may_allow_it_again()
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);
        using var before = Bearer(sandbox, await client.ConnectAsync(Alice));

        Assert.Equal(HttpStatusCode.NoContent, (await before.SendAsync(HttpMethod.Post, "/sandbox/revocations", new { account = Alice })).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await before.ListAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await before.SendAsync(HttpMethod.Post, "/sandbox/revocations", new { account = Alice })).Status);
        using var after = Bearer(sandbox, await client.ConnectAsync(Alice));
        Assert.Equal(HttpStatusCode.OK, (await after.ListAsync()).Status);
    }

    [Fact]
    public async Task Identity_of_the_person_is_signed_and_told_by_userinfo()
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);
        var tokens = await client.ConnectAsync(Alice);
        var (_, discovery) = await client.GetAsync("/.well-known/openid-configuration");

        var (_, person) = await client.GetAsync(PathOf(discovery, "userinfo_endpoint"), tokens.GetProperty("access_token").GetString());
        var (_, keys) = await client.GetAsync(PathOf(discovery, "jwks_uri"));

        Assert.Equal(("11", Alice), (person.GetProperty("sub").GetString(), person.GetProperty("email").GetString()));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(tokens.GetProperty("id_token").GetString(), new()
        {
            IssuerSigningKeys = new JsonWebKeySet(keys.GetRawText()).GetSigningKeys(),
            ValidIssuer = discovery.GetProperty("issuer").GetString(),
            ValidAudience = OAuthClient.Id,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("11", result.ClaimsIdentity.FindFirst("sub")?.Value ?? result.Claims["sub"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(PathOf(discovery, "userinfo_endpoint"), "no-token")).Status);

        static string PathOf(JsonElement discovery, string name) => new Uri(discovery.GetProperty(name).GetString()!).AbsolutePath;
    }

    [Fact]
    public async Task Faults_hit_the_token_endpoint_and_the_log_tells_what_was_asked_without_a_secret()
    {
        await using var sandbox = await StartAsync();
        using var client = new OAuthClientApp(sandbox);
        var tokens = await client.ConnectAsync(Alice);
        var refreshToken = tokens.GetProperty("refresh_token").GetString()!;
        sandbox.Add(new() { Operation = ApiOperation.Refresh, Kind = FaultKind.Status, Status = 503, Times = 1 });
        sandbox.Add(new() { Operation = ApiOperation.Refresh, Kind = FaultKind.Drop, Times = 1, Skip = 1 });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.RefreshAsync(refreshToken)).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.RefreshAsync(refreshToken));
        var (status, renewed) = await client.RefreshAsync(refreshToken);
        await client.RevokeAsync(renewed.GetProperty("refresh_token").GetString()!);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            [(ApiOperation.Exchange, 200, Alice), (ApiOperation.Refresh, 503, null), (ApiOperation.Refresh, 0, null), (ApiOperation.Refresh, 200, Alice), (ApiOperation.Revoke, 200, (string?)Alice)],
            sandbox.Log.Select(call => (call.Operation, call.Status, call.Account)));
        var log = (await client.GetAsync("/sandbox/log")).Body.GetRawText();
        Assert.All(
            [.. Secrets(tokens), .. Secrets(renewed), OAuthClient.Secret],
            secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refresh_token_lasts_where_it_is_set_not_to_rotate()
    {
        await using var sandbox = await StartAsync(Small with { Undocumented = new() { RefreshRotates = false } });
        using var client = new OAuthClientApp(sandbox);
        var refreshToken = (await client.ConnectAsync(Alice)).GetProperty("refresh_token").GetString()!;

        var (_, first) = await client.RefreshAsync(refreshToken);
        var (status, _) = await client.RefreshAsync(refreshToken);

        Assert.Equal((HttpStatusCode.OK, false), (status, first.TryGetProperty("refresh_token", out _)));
    }

    [Theory]
    [InlineData(TokenExpiresIn.Lifetime, 300)]
    [InlineData(TokenExpiresIn.SampleHour, 3600)]
    [InlineData(TokenExpiresIn.Missing, null)]
    public async Task Expires_in_says_what_it_is_set_to(TokenExpiresIn choice, int? seconds)
    {
        await using var sandbox = await StartAsync(Small with { Undocumented = new() { ExpiresIn = choice } });
        using var client = new OAuthClientApp(sandbox);

        var tokens = await client.ConnectAsync(Alice);

        Assert.Equal(seconds, tokens.TryGetProperty("expires_in", out var said) ? said.GetInt32() : null);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.BadRequest)]
    public async Task Redirect_address_is_checked_again_only_where_it_is_set_to(bool checks, HttpStatusCode expected)
    {
        await using var sandbox = await StartAsync(Small with { Undocumented = new() { TokenChecksRedirectUri = checks } });
        using var client = new OAuthClientApp(sandbox);

        Assert.Equal(expected, (await client.RedeemAsync((await client.ConsentAsync(Alice))["code"]!, redirectUri: null)).Status);
    }

    private static string[] Secrets(JsonElement tokens) => [tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!];

    private static Person Bearer(SandboxServer sandbox, JsonElement tokens) => new(sandbox, $"Bearer {tokens.GetProperty("access_token").GetString()}");

    private static (HttpStatusCode, string) Error((HttpStatusCode Status, JsonElement Body) answer) => (answer.Status, answer.Body.GetProperty("error").GetString()!);
}
