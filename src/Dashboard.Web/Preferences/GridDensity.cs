namespace Dashboard.Web.Preferences;

/// <summary>How high a row of the list is.</summary>
public enum GridDensity
{
    /// <summary>36 pixels.</summary>
    Standard,

    /// <summary>28 pixels.</summary>
    Compact,

    /// <summary>48 pixels.</summary>
    Roomy,
}
