namespace Dashboard.Sandbox.Hosting;

/// <summary>
/// <c>Sandbox:Undocumented</c>: one switch for each behaviour that Make does not publish (make-api §11, §12). The defaults are choices
/// of the sandbox, not knowledge about Make.
/// </summary>
public sealed record UndocumentedOptions
{
    /// <summary>Open: does reading a notification's detail mark it as read?</summary>
    public bool DetailMarksRead { get; init; }

    /// <summary>Open: what does mark-as-read do without <c>ids=all</c>?</summary>
    public MarkWithoutAll MarkWithoutAll { get; init; }

    /// <summary>Open: what does mark-as-read do with a JSON body, such as one with ids?</summary>
    public MarkWithBody MarkWithBody { get; init; }

    /// <summary>Open: what happens where <c>imtZoneId</c> is left out?</summary>
    public MissingZone MissingZone { get; init; }

    /// <summary>Open: what does a zone answer in which the person has no organization? The text of the error is published, its place and code are not.</summary>
    public ZoneWithoutOrganization ZoneWithoutOrganization { get; init; }

    /// <summary>Open: what does a platform without zones answer to <c>/enums/imt-zones</c>?</summary>
    public ZoneList ZoneList { get; init; }

    /// <summary>Open: do <c>/enums/…</c> and <c>/users/me…</c> need a scope? The reference prints <c>organization:read</c>, which the list of scopes does not know; if set, <c>organizations:read</c> is needed.</summary>
    public bool IdentityNeedsScope { get; init; }

    /// <summary>Open: the status for a missing or unknown token; the code is <c>SC</c> and the status.</summary>
    public int UnknownTokenStatus { get; init; } = 401;

    /// <summary>Open: the status for a token that lacks the scope; the code is <c>SC</c> and the status.</summary>
    public int MissingScopeStatus { get; init; } = 403;

    /// <summary>Open: the status for an unknown notification; the code is <c>SC</c> and the status.</summary>
    public int UnknownIdStatus { get; init; } = 404;

    /// <summary>Open: the largest <c>pg[limit]</c>, 1 to 1,000,000. The samples show 10,000.</summary>
    public int MaximumLimit { get; init; } = 10_000;

    /// <summary>Open: what happens above the largest <c>pg[limit]</c>?</summary>
    public LimitAboveMaximum LimitAboveMaximum { get; init; }

    /// <summary>Open: what happens with an unknown sort column or direction?</summary>
    public BadSort BadSort { get; init; }

    /// <summary>Open: does an answer 429 carry <c>Retry-After</c>?</summary>
    public bool SendsRetryAfter { get; init; }

    /// <summary>Open: what does a delete do with ids that do not exist? The published sample answers fewer ids than were asked.</summary>
    public DeleteOfUnknownId DeleteOfUnknownId { get; init; }

    /// <summary>Open: are there types beside 1, and what do they mean? If set, a few neutral notifications of the types 2 and 3 are among the data.</summary>
    public bool OtherTypes { get; init; } = true;

    /// <summary>Open: do the copies of one event that several people get carry the same id?</summary>
    public bool CopiesShareId { get; init; }

    /// <summary>Open: does a refresh give out a new refresh token and end the old one? If not, the first one lasts.</summary>
    public bool RefreshRotates { get; init; } = true;

    /// <summary>Open: what does <c>expires_in</c> say? The sample says an hour, the page on token expiration five minutes.</summary>
    public TokenExpiresIn ExpiresIn { get; init; }

    /// <summary>Open: does the token endpoint ask for the <c>redirect_uri</c> of the authorization again? It is not among the documented parameters.</summary>
    public bool TokenChecksRedirectUri { get; init; }

    /// <summary>Open: what <c>/users/me/current-authorization</c> calls an OAuth access token; <c>token</c> is published for an API token only.</summary>
    public string OAuthAuthUsed { get; init; } = "oauth";

    /// <summary>What is wrong with the values, each beginning with the name of the value.</summary>
    internal IEnumerable<string> Problems()
    {
        foreach (var (name, status) in new[] { (nameof(UnknownTokenStatus), UnknownTokenStatus), (nameof(MissingScopeStatus), MissingScopeStatus), (nameof(UnknownIdStatus), UnknownIdStatus) })
        {
            if (status is < 400 or > 499)
                yield return $"{name} must lie between 400 and 499.";
        }

        if (MaximumLimit is < 1 or > 1_000_000)
            yield return $"{nameof(MaximumLimit)} must lie between 1 and 1000000.";
    }
}
