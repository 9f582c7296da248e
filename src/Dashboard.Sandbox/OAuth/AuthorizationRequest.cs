namespace Dashboard.Sandbox.OAuth;

/// <summary>What a browser brings to the consent page, as far as it decides what comes of it.</summary>
/// <param name="RedirectUri">Where the answer goes.</param>
/// <param name="State">Given back as it came; null where none came.</param>
/// <param name="Scopes">What is asked for.</param>
/// <param name="Challenge">The S256 challenge of PKCE; null where the client sent none.</param>
internal sealed record AuthorizationRequest(Uri RedirectUri, string? State, IReadOnlyList<string> Scopes, string? Challenge)
{
    private static readonly char[] ScopeSeparators = [' ', ','];

    /// <summary>Reads the query; null and a reason where no answer may be sent to the address it names.</summary>
    public static (AuthorizationRequest? Request, string? Problem) From(IQueryCollection query)
    {
        if (query["client_id"] != OAuthClient.Id)
            return (null, "The client id is not the sandbox's.");
        if (!Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var redirect) || !redirect.IsLoopback || redirect.AbsolutePath != OAuthClient.CallbackPath || redirect.Query.Length > 0)
            return (null, $"The redirect address has to be {OAuthClient.CallbackPath} on loopback.");
        if (query["response_type"] != "code")
            return (null, "The response type has to be code.");
        string? challenge = query["code_challenge"];
        if (challenge is not null && query["code_challenge_method"] != "S256")
            return (null, "The code challenge method has to be S256.");
        var scopes = query["scope"].ToString().Split(ScopeSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (new(redirect, query["state"], scopes, challenge), null);
    }
}
