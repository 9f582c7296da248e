namespace Dashboard.Web.Hosting;

/// <summary>A Make host with tokens of its own; every zone has one, and so has every white-label installation.</summary>
public sealed class MakeEnvironment
{
    /// <summary>The name people choose it by; unique.</summary>
    public string Name { get; set; } = "";

    /// <summary>Scheme and host, such as <c>https://eu1.make.com</c>; https, or http on loopback.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Where a person makes an API token; optional.</summary>
    public Uri? TokenPage { get; set; }

    /// <summary>Tokens to try the portal with; allowed on a loopback address only.</summary>
    public IList<SampleToken> SampleTokens { get; } = [];
}
