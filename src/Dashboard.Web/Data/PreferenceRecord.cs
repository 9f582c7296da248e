namespace Dashboard.Web.Data;

/// <summary>What one person prefers.</summary>
public sealed class PreferenceRecord
{
    /// <summary>User key of the person.</summary>
    public required string Owner { get; set; }

    /// <summary>The preferences as JSON: read and written as a whole, never searched.</summary>
    public required string Document { get; set; }
}
