using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Identity;

/// <summary>The person behind a circuit.</summary>
public sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    /// <summary>The signed-in person's key.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    public async Task<UserKey> KeyAsync() => UserKey.Required(await PrincipalAsync());

    /// <summary>The person at this sign-in, for what must not outlive it.</summary>
    /// <exception cref="UnauthorizedAccessException">Nobody is signed in.</exception>
    public async Task<SignIn> SignInAsync() => SignIn.Required(await PrincipalAsync());

    /// <summary>What the person is called on screen.</summary>
    public async Task<string> NameAsync()
    {
        var principal = await PrincipalAsync();
        return principal.FindFirstValue("name") ?? principal.Identity?.Name ?? "Signed in";
    }

    private async Task<ClaimsPrincipal> PrincipalAsync() => (await authentication.GetAuthenticationStateAsync()).User;
}
