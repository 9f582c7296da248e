using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Dashboard.Sandbox.Hosting;
using Dashboard.Sandbox.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Tests.Sandbox;

public sealed class SignInTests : SandboxTest
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private const string Callback = "http://localhost:41234/signin-oidc";

    [Fact]
    public async Task Discovery_has_the_shape_of_Entra()
    {
        await using var sandbox = await StartAsync();
        using var browser = new HttpClient { BaseAddress = sandbox.Address };

        var discovery = await browser.GetFromJsonAsync<JsonElement>($"{DemoClient.TenantId}/v2.0/.well-known/openid-configuration", Cancellation);

        Assert.Equal($"{sandbox.Settings["AzureAd:Instance"]}{DemoClient.TenantId}/v2.0", discovery.GetProperty("issuer").GetString());
        Assert.Equal(["code"], discovery.GetProperty("response_types_supported").EnumerateArray().Select(type => type.GetString()));
        Assert.Equal(["RS256"], discovery.GetProperty("id_token_signing_alg_values_supported").EnumerateArray().Select(algorithm => algorithm.GetString()));
    }

    [Theory]
    [InlineData("Alice", "Dashboard.User,Dashboard.Admin")]
    [InlineData("Ben", "Dashboard.User")]
    [InlineData("Dora", "")]
    public async Task Code_flow_ends_with_the_claims_of_the_person_chosen(string name, string roles)
    {
        await using var sandbox = await StartAsync();
        using var browser = Browser(sandbox);
        var account = Person.AccountOf(name, sandbox);

        var callback = await SignInAsync(browser, account.Email);
        using var answer = await RedeemAsync(browser, callback["code"]!);
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);

        var claims = (JsonWebToken)(await ValidateAsync(browser, sandbox, tokens.GetProperty("id_token").GetString()!)).SecurityToken;
        Assert.Equal("the-state", callback["state"]);
        Assert.Equal(("RS256", "the-nonce"), (claims.Alg, claims.GetClaim("nonce").Value));
        Assert.Equal((account.TenantId.ToString(), account.ObjectId.ToString()), (claims.GetClaim("tid").Value, claims.GetClaim("oid").Value));
        Assert.Equal((account.Email, account.Name), (claims.GetClaim("preferred_username").Value, claims.GetClaim("name").Value));
        Assert.True(Guid.TryParse(claims.GetClaim("sid").Value, out _));
        var payload = JsonDocument.Parse(Base64UrlEncoder.Decode(claims.EncodedPayload)).RootElement;
        Assert.Equal(roles, payload.TryGetProperty("roles", out var given) ? string.Join(',', given.EnumerateArray().Select(role => role.GetString())) : "");
    }

    [Fact]
    public async Task Second_sign_in_needs_no_choice_until_the_session_ends()
    {
        await using var sandbox = await StartAsync();
        using var browser = Browser(sandbox);
        await SignInAsync(browser, "alice@harbour.example");

        var again = await LocationAsync(browser, AuthorizationPath());
        var prompted = await LocationAsync(browser, AuthorizationPath() + "&prompt=select_account");
        var left = await LocationAsync(browser, $"{DemoClient.TenantId}/oauth2/v2.0/logout?post_logout_redirect_uri={Uri.EscapeDataString("http://localhost:41234/signout-callback-oidc")}&state=bye");
        var after = await LocationAsync(browser, AuthorizationPath());

        Assert.StartsWith(Callback + "?code=", again, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?", prompted, StringComparison.Ordinal);
        Assert.DoesNotContain("select_account", prompted, StringComparison.Ordinal);
        Assert.Equal("http://localhost:41234/signout-callback-oidc?state=bye", left);
        Assert.StartsWith("/sign-in?", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://attacker.example/signin-oidc")]
    [InlineData("http://localhost:41234/elsewhere")]
    [InlineData("https://attacker.example/signin-oidc")]
    [InlineData("https://localhost:41234/signin-oidc?x=1")]
    public async Task Redirect_to_anywhere_but_the_app_on_loopback_is_refused(string callback)
    {
        await using var sandbox = await StartAsync();
        using var browser = Browser(sandbox);

        using var response = await browser.GetAsync(AuthorizationPath(callback), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("wrong-secret", Verifier)]
    [InlineData(DemoClient.Secret, "another-verifier-of-at-least-forty-three-characters-01")]
    public async Task Code_is_worth_nothing_without_the_secret_and_the_verifier(string secret, string verifier)
    {
        await using var sandbox = await StartAsync();
        using var browser = Browser(sandbox);
        var callback = await SignInAsync(browser, "alice@harbour.example");

        using var answer = await RedeemAsync(browser, callback["code"]!, secret, verifier);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).TryGetProperty("error", out _));
    }

    [Fact]
    public async Task Sign_in_leads_only_to_the_sandbox_itself()
    {
        await using var sandbox = await StartAsync();
        using var browser = Browser(sandbox);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = "alice@harbour.example", ["returnUrl"] = "https://attacker.example/" });

        using var response = await browser.PostAsync("/sign-in", form, Cancellation);

        Assert.NotEqual(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Fact]
    public async Task Session_and_keys_survive_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("sandbox-keys-");
        try
        {
            var options = Small with { DataDirectory = directory.FullName };
            var cookies = new CookieContainer();
            string before;
            await using (var sandbox = await StartAsync(options))
            {
                using var browser = Browser(sandbox, cookies);
                await SignInAsync(browser, "alice@harbour.example");
                before = await KeysAsync(browser);
            }

            await using var restarted = await StartAsync(options);
            using var later = Browser(restarted, cookies);

            Assert.Equal(before, await KeysAsync(later));
            Assert.StartsWith(Callback + "?code=", await LocationAsync(later, AuthorizationPath()), StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        static Task<string> KeysAsync(HttpClient browser) => browser.GetStringAsync($"{DemoClient.TenantId}/discovery/v2.0/keys", Cancellation);
    }

    private static HttpClient Browser(SandboxServer sandbox, CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = sandbox.Address };

    private static string AuthorizationPath(string callback = Callback)
    {
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        return $"{DemoClient.TenantId}/oauth2/v2.0/authorize?client_id={DemoClient.Id}&response_type=code&redirect_uri={Uri.EscapeDataString(callback)}"
            + $"&scope=openid%20profile%20offline_access&state=the-state&nonce=the-nonce&code_challenge={challenge}&code_challenge_method=S256";
    }

    private static async Task<string> LocationAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path, Cancellation);
        return response.Headers.Location?.OriginalString ?? $"{response.StatusCode} without a redirect";
    }

    /// <summary>Goes from the app's redirect over the sign-in page back to the app, and answers what came back.</summary>
    private static async Task<System.Collections.Specialized.NameValueCollection> SignInAsync(HttpClient browser, string email)
    {
        var page = await LocationAsync(browser, AuthorizationPath());
        Assert.Contains($"value=\"{email}\"", await browser.GetStringAsync(page, Cancellation), StringComparison.Ordinal);
        var returnUrl = HttpUtility.ParseQueryString(page[page.IndexOf('?', StringComparison.Ordinal)..])["returnUrl"]!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["account"] = email, ["returnUrl"] = returnUrl });
        using var chosen = await browser.PostAsync("/sign-in", form, Cancellation);
        var callback = await LocationAsync(browser, chosen.Headers.Location!.OriginalString);
        Assert.StartsWith(Callback, callback, StringComparison.Ordinal);
        return HttpUtility.ParseQueryString(new Uri(callback).Query);
    }

    private static async Task<HttpResponseMessage> RedeemAsync(HttpClient browser, string code, string secret = DemoClient.Secret, string verifier = Verifier)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = DemoClient.Id,
            ["client_secret"] = secret,
            ["code"] = code,
            ["redirect_uri"] = Callback,
            ["code_verifier"] = verifier,
        });
        return await browser.PostAsync($"{DemoClient.TenantId}/oauth2/v2.0/token", form, Cancellation);
    }

    private static async Task<TokenValidationResult> ValidateAsync(HttpClient browser, SandboxServer sandbox, string token)
    {
        var keys = new JsonWebKeySet(await browser.GetStringAsync($"{DemoClient.TenantId}/discovery/v2.0/keys", Cancellation));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new()
        {
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidIssuer = $"{sandbox.Settings["AzureAd:Instance"]}{DemoClient.TenantId}/v2.0",
            ValidAudience = DemoClient.Id,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return result;
    }
}
