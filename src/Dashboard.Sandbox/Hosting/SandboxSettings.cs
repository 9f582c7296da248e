using System.Globalization;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Identity;
using Dashboard.Sandbox.OAuth;

namespace Dashboard.Sandbox.Hosting;

/// <summary>The configuration a web app needs to use a sandbox in place of Make and Entra.</summary>
internal static class SandboxSettings
{
    public static Dictionary<string, string?> At(Uri address, IReadOnlyList<SampleToken> tokens)
    {
        const string Environment = "Make:Environments:0";
        var origin = address.GetLeftPart(UriPartial.Authority);
        var settings = new Dictionary<string, string?>
        {
            ["AzureAd:Instance"] = $"{origin}/",
            ["AzureAd:TenantId"] = DemoClient.TenantId.ToString(),
            ["AzureAd:ClientId"] = DemoClient.Id,
            ["AzureAd:ClientCredentials:0:SourceType"] = "ClientSecret",
            ["AzureAd:ClientCredentials:0:ClientSecret"] = DemoClient.Secret,
            [$"{Environment}:Name"] = "Sandbox (not Make)",
            [$"{Environment}:BaseUrl"] = origin,
            [$"{Environment}:TokenPage"] = $"{origin}/user/api",
            ["Make:OAuth:ClientId"] = OAuthClient.Id,
            ["Make:OAuth:ClientSecret"] = OAuthClient.Secret,
            ["Make:OAuth:AuthorizationEndpoint"] = origin + OAuthEndpoints.Authorize,
            ["Make:OAuth:TokenEndpoint"] = origin + OAuthEndpoints.Token,
            ["Make:OAuth:RevocationEndpoint"] = origin + OAuthEndpoints.Revoke,
        };
        foreach (var (place, token) in tokens.Index())
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{Environment}:SampleTokens:{place}");
            settings[$"{key}:Label"] = token.Label;
            settings[$"{key}:Token"] = token.Token;
        }

        return settings;
    }

    public static IReadOnlyList<SampleToken> TokensOf(IEnumerable<Account> accounts) =>
        [.. accounts.SelectMany(account => account.Tokens).Select(token => new SampleToken(token.Label, token.Value.ToString()))];
}
