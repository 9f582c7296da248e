using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class ActionsOptionsValidator : IValidateOptions<ActionsOptions>
{
    public ValidateOptionsResult Validate(string? name, ActionsOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(ActionsOptions options)
    {
        if (options.UndoWindow < TimeSpan.Zero || options.UndoWindow > TimeSpan.FromMinutes(10))
            yield return $"Actions:UndoWindow is {options.UndoWindow}: give a time from 00:00:00 to 00:10:00.";
        if (options.Lease < TimeSpan.FromSeconds(1) || options.Lease > TimeSpan.FromMinutes(10))
            yield return $"Actions:Lease is {options.Lease}: give a time from 00:00:01 to 00:10:00.";
        if (options.DeleteBatchSize is < 1 or > 10_000)
            yield return $"Actions:DeleteBatchSize is {options.DeleteBatchSize}: give a number from 1 to 10000.";
        if (options.RecycleBinDays is < 0 or > 3_650)
            yield return $"Actions:RecycleBinDays is {options.RecycleBinDays}: give a number of days from 0, which keeps nothing, to 3650.";
        if (options.ActivityDays is < 1 or > 3_650)
            yield return $"Actions:ActivityDays is {options.ActivityDays}: give a number of days from 1 to 3650.";
        if (options.ActivityDays < options.RecycleBinDays)
            yield return $"Actions:ActivityDays is {options.ActivityDays} and Actions:RecycleBinDays {options.RecycleBinDays}: what is in the bin belongs to an action, so keep actions as long.";
    }
}
