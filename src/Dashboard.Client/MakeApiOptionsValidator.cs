using Microsoft.Extensions.Options;

namespace Dashboard.Client;

/// <summary>Refuses options that could send a token in clear or wait or read for ever.</summary>
internal sealed class MakeApiOptionsValidator : IValidateOptions<MakeApiOptions>
{
    private const int MostBytes = 256 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, MakeApiOptions options)
    {
        var problems = new ValidateOptionsResultBuilder();
        if (options.BaseAddress is not { IsAbsoluteUri: true } address)
            problems.AddError("An absolute address is required.", nameof(options.BaseAddress));
        else
        {
            if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
                problems.AddError("Only HTTPS, or HTTP on a loopback address.", nameof(options.BaseAddress));
            if (address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
                problems.AddError("No user, query or fragment.", nameof(options.BaseAddress));
        }

        Positive(options.ConnectTimeout, nameof(options.ConnectTimeout));
        Positive(options.AnswerTimeout, nameof(options.AnswerTimeout));
        Positive(options.ReadTimeout, nameof(options.ReadTimeout));
        Positive(options.ListTimeout, nameof(options.ListTimeout));
        Positive(options.ChangeTimeout, nameof(options.ChangeTimeout));
        Bounded(options.MaxListBytes, nameof(options.MaxListBytes));
        Bounded(options.MaxAnswerBytes, nameof(options.MaxAnswerBytes));
        return problems.Build();

        void Positive(TimeSpan value, string key)
        {
            if (value <= TimeSpan.Zero || value > Longest)
                problems.AddError("More than 0, at most 1 hour.", key);
        }

        void Bounded(int bytes, string key)
        {
            if (bytes is <= 0 or > MostBytes)
                problems.AddError($"1 to {MostBytes} bytes.", key);
        }
    }
}
