namespace Dashboard.Web.Hosting;

/// <summary>
/// Keeps secrets out of logs where the framework would write them: addresses with an authorization code or a one-use ticket in their
/// query, and what a page sends. No setting can turn these lines on again.
/// </summary>
internal static class QuietCategories
{
    private static readonly string[] Categories =
    [
        // "Request starting" writes the whole address.
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        // Its redirects write where they lead.
        "Microsoft.AspNetCore.Http.Result",
        // At Trace it writes the provider's answer, code and state included.
        "Microsoft.AspNetCore.Authentication",
        // At Debug it writes each call of a page with its arguments: what was typed and selected.
        "Microsoft.AspNetCore.SignalR",
        // The line's token is in its address.
        "Microsoft.AspNetCore.Http.Connections",
    ];

    public static IServiceCollection AddQuietCategories(this IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            // A rule of one provider beats a rule of all, however exact that is.
            var providers = filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToArray();
            foreach (var provider in providers)
            {
                foreach (var category in Categories)
                    filters.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, null));
            }
        });
}
