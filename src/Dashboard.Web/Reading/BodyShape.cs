namespace Dashboard.Web.Reading;

/// <summary>How a body is shown.</summary>
public enum BodyShape
{
    /// <summary>As formatted, sanitized HTML.</summary>
    Html,

    /// <summary>As its source, escaped.</summary>
    Text,
}
