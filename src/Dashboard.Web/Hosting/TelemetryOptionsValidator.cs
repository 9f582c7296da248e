using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        options.Endpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Telemetry:Endpoint is not usable: give the address of an OTLP collector, such as http://localhost:4318, or leave it empty.");
}
