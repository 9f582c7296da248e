using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class MakeOptionsValidator : IValidateOptions<MakeOptions>
{
    public ValidateOptionsResult Validate(string? name, MakeOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(MakeOptions options)
    {
        if (options.RequestsPerMinute is < 1 or > 100_000)
            yield return $"Make:RequestsPerMinute is {options.RequestsPerMinute}: give a number from 1 to 100000.";
        foreach (var (key, timeout) in new[]
        {
            (nameof(options.ReadTimeout), options.ReadTimeout), (nameof(options.ListTimeout), options.ListTimeout), (nameof(options.ChangeTimeout), options.ChangeTimeout),
        })
        {
            if (timeout < TimeSpan.FromSeconds(1) || timeout > TimeSpan.FromMinutes(10))
                yield return $"Make:{key} is {timeout}: give a time from 00:00:01 to 00:10:00.";
        }

        if (options.RetryDelay < TimeSpan.Zero || options.RetryDelay > TimeSpan.FromSeconds(5))
            yield return $"Make:RetryDelay is {options.RetryDelay}: give a time from 00:00:00 to 00:00:05.";
        if (options.Environments.Count == 0)
            yield return "Make:Environments is empty: list at least one Make host.";
        foreach (var group in options.Environments.GroupBy(environment => environment.Name).Where(group => group.Count() > 1))
            yield return $"Make:Environments has the name '{group.Key}' {group.Count()} times: names must differ.";
        foreach (var problem in options.OAuth.IsOffered ? Problems(options.OAuth) : [])
            yield return problem;
        foreach (var (index, environment) in options.Environments.Index())
        {
            foreach (var problem in Problems($"Make:Environments:{index}", environment))
                yield return problem;
        }
    }

    private static IEnumerable<string> Problems(MakeOAuthOptions oauth)
    {
        if (string.IsNullOrWhiteSpace(oauth.ClientSecret))
            yield return "Make:OAuth:ClientSecret is empty: give the secret of the client in Make:OAuth:ClientId, or remove both.";
        if (string.IsNullOrWhiteSpace(oauth.Scopes))
            yield return "Make:OAuth:Scopes is empty: list the scopes to ask for, separated by spaces.";
        foreach (var (name, endpoint) in new[]
        {
            (nameof(oauth.AuthorizationEndpoint), oauth.AuthorizationEndpoint), (nameof(oauth.TokenEndpoint), oauth.TokenEndpoint), (nameof(oauth.RevocationEndpoint), oauth.RevocationEndpoint),
        })
        {
            if (endpoint is null || !IsSafe(endpoint) || endpoint.UserInfo.Length > 0 || endpoint.Fragment.Length > 0)
                yield return $"Make:OAuth:{name} '{endpoint}' is not usable: give an https address.";
        }
    }

    /// <summary>https, or http that leaves this machine for nowhere.</summary>
    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static IEnumerable<string> Problems(string key, MakeEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(environment.Name))
            yield return $"{key}:Name is empty: say what people should call this host.";
        if (environment.BaseUrl is not { } url || !IsSafe(url)
            || url.PathAndQuery != "/" || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            yield return $"{key}:BaseUrl '{environment.BaseUrl}' is not usable: give scheme and host alone, such as https://eu1.make.com.";
            yield break;
        }

        if (environment.SampleTokens.Count > 0 && !url.IsLoopback)
            yield return $"{key}:SampleTokens is only allowed for a loopback address: remove the tokens from the settings.";
        if (environment.TokenPage is { } page && !(page.IsAbsoluteUri && (page.Scheme == Uri.UriSchemeHttps || page.IsLoopback)))
            yield return $"{key}:TokenPage '{page}' is not an https address.";
    }
}
