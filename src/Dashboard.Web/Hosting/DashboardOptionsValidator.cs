using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class DashboardOptionsValidator : IValidateOptions<DashboardOptions>
{
    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        var problem = string.IsNullOrWhiteSpace(options.DataDirectory)
            ? "Dashboard:DataDirectory is empty: name the directory for the database and the keys."
            : UsableDirectory.Problem("Dashboard:DataDirectory", options.DataDirectory, options.PathTo("."));
        return problem is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problem);
    }
}
