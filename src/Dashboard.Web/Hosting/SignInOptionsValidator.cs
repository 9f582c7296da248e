using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

internal sealed class SignInOptionsValidator(EntraOptions entra) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options) =>
        // What is empty is told by the section's own validator.
        options.AllowedTenants.Count == 0 && entra.TenantId.Length > 0 && !Guid.TryParse(entra.TenantId, out _)
            ? ValidateOptionsResult.Fail($"SignIn:AllowedTenants is empty and AzureAd:TenantId '{entra.TenantId}' is not the id of one tenant: list the ids of the tenants whose people may sign in.")
            : ValidateOptionsResult.Success;
}
