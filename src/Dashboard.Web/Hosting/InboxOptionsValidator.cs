using Dashboard.Web.Inbox.Query;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class InboxOptionsValidator : IValidateOptions<InboxOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(InboxOptions options)
    {
        if (options.RefreshInterval < TimeSpan.FromSeconds(30) || options.RefreshInterval > TimeSpan.FromDays(1))
            yield return $"Inbox:RefreshInterval is {options.RefreshInterval}: give a time from 00:00:30 to 1.00:00:00.";
        if (options.FirstPageSize is < 1 or > 10_000)
            yield return $"Inbox:FirstPageSize is {options.FirstPageSize}: give a number from 1 to 10000.";
        if (options.PageSize is < 100 or > 10_000)
            yield return $"Inbox:PageSize is {options.PageSize}: give a number from 100 to 10000.";
        if (options.MaxRows is < 1 or > 10_000_000)
            yield return $"Inbox:MaxRows is {options.MaxRows}: give a number from 1 to 10000000.";
        if (options.PatternTime < TimeSpan.FromMilliseconds(10) || options.PatternTime > TimeSpan.FromMinutes(1))
            yield return $"Inbox:PatternTime is {options.PatternTime}: give a time from 00:00:00.010 to 00:01:00.";
        // Links that the portal writes have up to the least; past the most an address, percent-encoded, is longer than servers read.
        if (options.QueryLength is < QueryText.MaxLength or > 2_000)
            yield return $"Inbox:QueryLength is {options.QueryLength}: give a number from {QueryText.MaxLength} to 2000.";
    }
}
