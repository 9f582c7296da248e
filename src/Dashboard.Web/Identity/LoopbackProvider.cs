using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Identity;

/// <summary>Entra is always https. A provider on loopback may be plain http; then its issuer is checked by name, not by Microsoft's https-only look-up.</summary>
internal static class LoopbackProvider
{
    /// <summary>Makes an exception for an authority on loopback, and for no other.</summary>
    /// <param name="authority">Where the provider is.</param>
    /// <param name="allowHttp">Lets its metadata come over http.</param>
    /// <param name="tokens">What its tokens are checked against.</param>
    public static void Allow(string? authority, Action allowHttp, TokenValidationParameters tokens)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var provider) || provider is not { IsLoopback: true, Scheme: "http" })
            return;
        allowHttp();
        tokens.ValidIssuer ??= authority;
    }
}
