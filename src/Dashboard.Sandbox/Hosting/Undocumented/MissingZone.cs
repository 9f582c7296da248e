namespace Dashboard.Sandbox.Hosting;

/// <summary>What a notification call without <c>imtZoneId</c> does.</summary>
public enum MissingZone
{
    /// <summary>400 SC400, as a public multi-zone cloud might.</summary>
    BadRequest,

    /// <summary>The person's first zone answers, as a white-label platform with one zone would.</summary>
    FirstZone,
}
