namespace Dashboard.Sandbox.OAuth;

/// <summary><c>Sandbox:OAuth</c>: how long what the server gives out lives. The defaults are those of Make's page on token expiration (make-api §2).</summary>
public sealed record OAuthOptions
{
    /// <summary>How long an access token opens the API, in seconds: 1 to 86,400.</summary>
    public int AccessTokenSeconds { get; init; } = 300;

    /// <summary>How long an authorization code can be redeemed, in seconds: 1 to 86,400.</summary>
    public int CodeSeconds { get; init; } = 300;

    /// <summary>How long a refresh token can be used, in days: 1 to 3,650.</summary>
    public int RefreshTokenDays { get; init; } = 183;

    /// <summary>What is wrong with the values, each beginning with the name of the value.</summary>
    internal IEnumerable<string> Problems()
    {
        if (AccessTokenSeconds is < 1 or > 86_400)
            yield return $"{nameof(AccessTokenSeconds)} must lie between 1 and 86400.";
        if (CodeSeconds is < 1 or > 86_400)
            yield return $"{nameof(CodeSeconds)} must lie between 1 and 86400.";
        if (RefreshTokenDays is < 1 or > 3_650)
            yield return $"{nameof(RefreshTokenDays)} must lie between 1 and 3650.";
    }
}
