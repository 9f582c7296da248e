using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class SessionsOptionsValidator : IValidateOptions<SessionsOptions>
{
    // Much shorter, and the minute to which use is written down would count.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public ValidateOptionsResult Validate(string? name, SessionsOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(SessionsOptions options)
    {
        if (options.Lifetime < Shortest || options.Lifetime > Longest)
            yield return $"Sessions:Lifetime is {options.Lifetime}: give a time from {Shortest} to {Longest}.";
        if (options.IdleTimeout < Shortest || options.IdleTimeout > options.Lifetime)
            yield return $"Sessions:IdleTimeout is {options.IdleTimeout}: give a time from {Shortest} to Sessions:Lifetime, {options.Lifetime}.";
    }
}
