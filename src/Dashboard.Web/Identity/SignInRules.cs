using System.Security.Claims;
using Dashboard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Identity;

/// <summary>Whom the portal lets in, of those that the identity provider vouches for.</summary>
internal sealed class SignInRules(IOptions<SignInOptions> signIn, IOptions<EntraOptions> entra)
{
    private readonly Guid[] _tenants = signIn.Value.AllowedTenants is { Count: > 0 } allowed ? [.. allowed] : [Guid.Parse(entra.Value.TenantId)];

    /// <summary>Why a person may not enter; <see langword="null"/> for whoever may.</summary>
    public SignInRefusal? RefusalOf(ClaimsPrincipal person)
    {
        if (UserKey.Of(person) is not { } user)
            return SignInRefusal.NotFinished;
        if (!Guid.TryParse(user.Tenant, out var tenant) || !_tenants.Contains(tenant))
            return SignInRefusal.OtherTenant;
        return signIn.Value.RequiredRole is { Length: > 0 } role && !person.IsInRole(role) ? SignInRefusal.NoRole : null;
    }

    /// <summary>Whether a message names the provider as who sent it. Entra leaves its name out of some.</summary>
    /// <param name="issuer">Who the message says sent it.</param>
    /// <param name="known">The provider's own name; one for all tenants holds <c>{tenantid}</c> in their place.</param>
    public bool IsFrom(string? issuer, string known) =>
        string.IsNullOrEmpty(issuer) || _tenants.Any(tenant => issuer == known.Replace("{tenantid}", tenant.ToString(), StringComparison.OrdinalIgnoreCase));
}
