using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class ActionsOptionsValidator : IValidateOptions<ActionsOptions>
{
    public ValidateOptionsResult Validate(string? name, ActionsOptions options) => options.DeleteBatchSize is < 1 or > 10_000
        ? ValidateOptionsResult.Fail($"Actions:DeleteBatchSize is {options.DeleteBatchSize}: give a number from 1 to 10000.")
        : ValidateOptionsResult.Success;
}
