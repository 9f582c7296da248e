namespace Dashboard.Sandbox.Hosting;

/// <summary>What an unknown <c>pg[sortBy]</c> or <c>pg[sortDir]</c> does.</summary>
public enum BadSort
{
    /// <summary>400 SC400.</summary>
    BadRequest,

    /// <summary>The default order is used.</summary>
    Ignored,
}
