using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class EntraOptionsValidator : IValidateOptions<EntraOptions>
{
    public ValidateOptionsResult Validate(string? name, EntraOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(EntraOptions options)
    {
        if (!Uri.TryCreate(options.Instance, UriKind.Absolute, out var instance) || !(instance.Scheme == Uri.UriSchemeHttps || instance.IsLoopback))
            yield return $"AzureAd:Instance '{options.Instance}' is not an https address: use https://login.microsoftonline.com/.";
        if (string.IsNullOrWhiteSpace(options.TenantId))
            yield return "AzureAd:TenantId is empty: give the id of your Entra tenant.";
        if (!Guid.TryParse(options.ClientId, out _))
            yield return "AzureAd:ClientId is not a GUID: give the application (client) id of your app registration.";
        if (options.ClientCredentials is not [var credential, ..])
            yield return "AzureAd:ClientCredentials is empty: give a client secret or a certificate of your app registration.";
        else if (credential.SourceType == "ClientSecret" && credential.ClientSecret.Length == 0)
            yield return "AzureAd:ClientCredentials:0:ClientSecret is empty: give the client secret of your app registration.";
    }
}
