namespace Dashboard.Web.Hosting;

/// <summary>A token of a stand-in for Make that people may try the portal with.</summary>
public sealed class SampleToken
{
    /// <summary>What the page calls it.</summary>
    public string Label { get; set; } = "";

    /// <summary>The token; the page never shows it.</summary>
    public string Token { get; set; } = "";
}
