namespace Dashboard.Sandbox.Hosting;

/// <summary>What <c>expires_in</c> says. Make's sample and its page on token expiration disagree (make-api §2).</summary>
public enum TokenExpiresIn
{
    /// <summary>How long the token really lives.</summary>
    Lifetime,

    /// <summary>3600 as in the sample, whatever the token's real lifetime.</summary>
    SampleHour,

    /// <summary>The answer has no <c>expires_in</c>.</summary>
    Missing,
}
