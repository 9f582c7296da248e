namespace Dashboard.Sandbox.Hosting;

/// <summary>What a zone in which the person has no organization answers.</summary>
public enum ZoneWithoutOrganization
{
    /// <summary>400 with the published text, which comes without a code; SC400 is the sandbox's.</summary>
    BadRequest,

    /// <summary>An empty list, and changes that change nothing.</summary>
    Empty,
}
