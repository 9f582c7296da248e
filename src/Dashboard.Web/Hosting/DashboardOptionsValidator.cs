using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class DashboardOptionsValidator : IValidateOptions<DashboardOptions>
{
    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        var problems = new[] { DirectoryProblem(options), AddressProblem(options.PublicAddress) }.OfType<string>().ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? DirectoryProblem(DashboardOptions options) => string.IsNullOrWhiteSpace(options.DataDirectory)
        ? "Dashboard:DataDirectory is empty: name the directory for the database and the keys."
        : UsableDirectory.Problem("Dashboard:DataDirectory", options.DataDirectory, options.PathTo("."));

    private static string? AddressProblem(Uri? address) =>
        address is null || (address is { IsAbsoluteUri: true, PathAndQuery: "/", UserInfo: "", Fragment: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            ? null
            : $"Dashboard:PublicAddress '{address}' is not usable: give scheme and host alone, such as https://notifications.example.com; http only on loopback.";
}
