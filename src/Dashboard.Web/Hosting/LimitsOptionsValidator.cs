using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class LimitsOptionsValidator : IValidateOptions<LimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitsOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(LimitsOptions options)
    {
        (string Key, int Value, int Least, int Most)[] numbers =
        [
            (nameof(options.PagesPerPerson), options.PagesPerPerson, 1, 1_000),
            // Below this the grid's own messages would not pass.
            (nameof(options.MessageBytes), options.MessageBytes, 16 * 1024, 1024 * 1024),
            (nameof(options.RetainedPages), options.RetainedPages, 0, 100_000),
            (nameof(options.PendingRenders), options.PendingRenders, 2, 1_000),
            // Below this a sign-in's answer would not pass.
            (nameof(options.RequestBytes), options.RequestBytes, 16 * 1024, 30 * 1024 * 1024),
            (nameof(options.RequestsPerMinute), options.RequestsPerMinute, 10, 1_000_000),
            (nameof(options.Connections), options.Connections, 10, 1_000_000),
        ];
        foreach (var (key, value, least, most) in numbers)
        {
            if (value < least || value > most)
                yield return $"Limits:{key} is {value}: give a number from {least} to {most}.";
        }

        if (options.RetainedFor < TimeSpan.Zero || options.RetainedFor > TimeSpan.FromHours(1))
            yield return $"Limits:RetainedFor is {options.RetainedFor}: give a time from 00:00:00 to 01:00:00.";
    }
}
