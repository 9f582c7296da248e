namespace Dashboard.Sandbox.Hosting;

/// <summary>What a <c>pg[limit]</c> above the maximum does.</summary>
public enum LimitAboveMaximum
{
    /// <summary>The page has as many rows as the maximum, and <c>pg.limit</c> says so.</summary>
    Capped,

    /// <summary>400 SC400.</summary>
    BadRequest,
}
