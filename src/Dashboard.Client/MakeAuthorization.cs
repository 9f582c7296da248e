namespace Dashboard.Client;

/// <summary>How a call was authorized, from <c>GET /users/me/current-authorization</c>.</summary>
/// <param name="AuthUsed"><c>token</c> for an API token; other values are not published.</param>
/// <param name="Scope">The scopes the credential has, such as <c>notifications:read</c>.</param>
public sealed record MakeAuthorization(string AuthUsed, IReadOnlyList<string> Scope);
