namespace Dashboard.Sandbox.Hosting;

/// <summary>What <c>/enums/imt-zones</c> answers.</summary>
public enum ZoneList
{
    /// <summary>The zones.</summary>
    Listed,

    /// <summary>An empty list, as a platform without zones might.</summary>
    Empty,

    /// <summary>404 SC404.</summary>
    NotFound,
}
