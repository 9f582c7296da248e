using Dashboard.Sandbox.Data;

namespace Dashboard.Sandbox.Api;

/// <summary>Who a credential speaks for.</summary>
/// <param name="Account">The person.</param>
/// <param name="Scopes">What the credential may do.</param>
/// <param name="AuthUsed">What <c>/users/me/current-authorization</c> calls it.</param>
internal sealed record Caller(Account Account, IReadOnlySet<string> Scopes, string AuthUsed);
